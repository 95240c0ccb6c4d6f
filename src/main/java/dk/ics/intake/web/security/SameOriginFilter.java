package dk.ics.intake.web.security;

import dk.ics.intake.process.rights.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No other site's page changes anything here, not even by logging a user in: browsers say where a request comes
 * from. Programs do not, and need no check, because nobody can make them send a user's session.
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Refusal FOREIGN = new Refusal(
            HttpServletResponse.SC_FORBIDDEN, "ForeignOrigin", "Forespørgslen kommer fra et andet websted.");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        if (otherSite || origin != null && !isOwn(origin, request)) {
            FOREIGN.answer(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            URI from = URI.create(origin);
            int port = from.getPort() == -1 ? defaultPort(from.getScheme()) : from.getPort();
            return request.getServerName().equalsIgnoreCase(from.getHost())
                    && request.getServerPort() == port
                    && request.getScheme().equalsIgnoreCase(from.getScheme());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static int defaultPort(String scheme) {
        return "https".equals(scheme) ? 443 : 80;
    }
}
