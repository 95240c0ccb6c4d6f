package dk.ics.intake.web.security;

import dk.ics.intake.process.rights.Account;
import dk.ics.intake.process.rights.Refusal;
import dk.ics.intake.process.rights.WebappSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the user by the session of the web applications: on their own paths and on the application's {@code /api},
 * never on {@code /engine-rest}. A state change that a session vouches for must bring the session's token, whichever
 * filter or controller answers it.
 */
class SessionFilter extends OncePerRequestFilter {

    private static final String TOKEN_HEADER = "X-XSRF-TOKEN";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Refusal NO_TOKEN = new Refusal(
            HttpServletResponse.SC_FORBIDDEN, "InvalidToken", "Siden er for gammel. Genindlæs den, og prøv igen.");

    private final WebappSession webapps;

    SessionFilter(WebappSession webapps) {
        this.webapps = webapps;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean own = path.equals("/camunda") || path.startsWith("/camunda/");
        boolean api = path.startsWith("/api/") || path.startsWith("/v3/");
        boolean withPassword = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return !own && (!api || withPassword);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<Account> account = session == null ? Optional.empty() : webapps.account(session);
        if (session != null && account.isPresent()) {
            if (!READING.contains(request.getMethod()) && !hasToken(request, webapps.csrfToken(session))) {
                response.setHeader(TOKEN_HEADER, "Required");
                NO_TOKEN.answer(response);
                return;
            }
            SecurityContextHolder.getContext().setAuthentication(new AccountAuthentication(account.get()));
        }
        chain.doFilter(request, response);
    }

    private static boolean hasToken(HttpServletRequest request, @Nullable String expected) {
        String sent = request.getHeader(TOKEN_HEADER);
        return sent != null
                && expected != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
