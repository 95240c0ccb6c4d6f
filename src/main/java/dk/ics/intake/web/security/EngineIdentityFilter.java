package dk.ics.intake.web.security;

import dk.ics.intake.process.rights.Account;
import dk.ics.intake.process.rights.EngineIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine acts for the request's account while the request lasts, and for nobody afterwards. */
class EngineIdentityFilter extends OncePerRequestFilter {

    private final EngineIdentity identity;

    EngineIdentityFilter(EngineIdentity identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        identity.clear();
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            identity.actFor(account);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clear();
        }
    }
}
