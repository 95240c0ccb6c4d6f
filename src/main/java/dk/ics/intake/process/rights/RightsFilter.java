package dk.ics.intake.process.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides on every call of the engine's REST roots and the web applications' interfaces by the {@link RestTable}.
 * Runs inside the security chain, which has turned away whoever has no account.
 */
class RightsFilter extends OncePerRequestFilter {

    private static final Refusal NO_ACCESS = Refusal.forbidden("Det har du ikke adgang til.");
    private static final Refusal NOT_JSON = new Refusal(
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType", "Indholdet skal sendes som JSON.");
    private static final Refusal UNREADABLE = Refusal.invalid("Indholdet kan ikke læses som JSON.");
    private static final Refusal TOO_LARGE = new Refusal(
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "RequestTooLarge", "Der er sendt for meget på én gang.");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestTable table;

    RightsFilter(RestTable table) {
        this.table = table;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RestPath.concerns(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Account> account = account();
        if (account.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        List<Match> matches = matches(request);
        if (matches.isEmpty()) {
            NO_ACCESS.answer(response);
        } else if (matches.stream().anyMatch(match -> match.rule().handling() == Rule.Handling.UNREAD)) {
            chain.doFilter(request, response);
        } else {
            decide(account.get(), matches, new RestRequest(request), response, chain);
        }
    }

    private void decide(
            Account account, List<Match> matches, RestRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Match> own =
                matches.stream().filter(match -> match.rule().isFor(account)).toList();
        Optional<Refusal> refusal = own.isEmpty() ? Optional.of(NO_ACCESS) : unreadable(request);
        if (refusal.isPresent()) {
            refusal.get().answer(response);
            return;
        }
        for (Match match : own) {
            Call call = call(account, match, request);
            refusal = match.rule().condition().check(call);
            if (refusal.isEmpty()) {
                proceed(match.rule(), call, request, response, chain);
                return;
            }
        }
        refusal.orElse(NO_ACCESS).answer(response);
    }

    private static void proceed(
            Rule rule, Call call, RestRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (rule.handling()) {
            case PASSED_ON, UNREAD -> chain.doFilter(request, response);
            case DONE -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case ANSWERED -> {
                response.setContentType("application/json");
                JSON.writeValue(response.getOutputStream(), rule.answer().apply(call));
            }
        }
    }

    private static Optional<Refusal> unreadable(RestRequest request) throws IOException {
        if (request.isTooLarge()) {
            return Optional.of(TOO_LARGE);
        }
        if (!request.isJson()) {
            return Optional.of(NOT_JSON);
        }
        try {
            request.body();
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.of(UNREADABLE);
        }
    }

    private static Call call(Account account, Match match, RestRequest request) throws IOException {
        return new Call(account, match.ids(), request.getParameterMap(), request.body());
    }

    private List<Match> matches(HttpServletRequest request) {
        List<Match> matches = new ArrayList<>();
        RestPath.of(request.getRequestURI()).ifPresent(path -> {
            for (Rule rule : table.rules()) {
                rule.match(request.getMethod(), path).ifPresent(ids -> matches.add(new Match(rule, ids)));
            }
        });
        return matches;
    }

    private static Optional<Account> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    private record Match(Rule rule, Map<String, String> ids) {}
}
