package dk.ics.intake.web.security;

import dk.ics.intake.process.rights.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that can be read in two ways: the server, the security chain and the engine's REST interface each
 * decode and simplify a path on their own, and must all mean the same one. Comes before everything else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {

    /** Matrix parameters, empty and dotted segments, and encoded characters that mean something in a path. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "[;\\\\]|//|/\\.{1,2}(/|$)|%(2e|2f|5c|3b|25|23|3f|0\\p{XDigit}|1\\p{XDigit}|7f)", Pattern.CASE_INSENSITIVE);

    private static final Refusal REFUSED =
            new Refusal(HttpServletResponse.SC_BAD_REQUEST, "InvalidRequest", "Adressen er ikke gyldig.");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
        } else {
            REFUSED.answer(response);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        String uri = request.getRequestURI();
        boolean servletAsWritten = request.getPathInfo() == null || uri.startsWith(request.getServletPath() + "/");
        return servletAsWritten && !AMBIGUOUS.matcher(uri).find();
    }
}
