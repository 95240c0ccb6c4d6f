package dk.ics.intake.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logging out ends this session, not only the log-in inside it; the user's other sessions go on. */
class LogoutFilter extends OncePerRequestFilter {

    private static final RequestMatcher LOGOUT =
            OpenPaths.at(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOGOUT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        HttpSession session = request.getSession(false);
        if (session != null && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            session.invalidate();
        }
    }
}
