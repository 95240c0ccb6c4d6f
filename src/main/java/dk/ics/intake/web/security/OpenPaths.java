package dk.ics.intake.web.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Everything that answers without an account. Nothing else does. */
final class OpenPaths {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private OpenPaths() {}

    /** The pages, scripts and styles of the web applications. */
    static RequestMatcher staticFiles() {
        return reading(
                "/",
                "/camunda",
                "/camunda/",
                "/camunda/app/**",
                "/camunda/lib/**",
                "/camunda/assets/**",
                "/camunda/favicon.ico",
                "/apply/assets/**",
                "/camunda/api/{webapp:cockpit|admin|tasklist|welcome}/plugin/{plugin}/static/**");
    }

    /** What logging in needs. */
    static RequestMatcher login() {
        return new OrRequestMatcher(
                reading("/camunda/api/engine/engine/", "/camunda/api/admin/auth/user/default"),
                PATH.matcher(POST, "/camunda/api/admin/auth/user/default/login/{webapp}"));
    }

    static RequestMatcher health() {
        return reading("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");
    }

    /** An application is sent by whoever moves here, a receipt by an authority that shows its own secret. */
    static RequestMatcher senders() {
        return new OrRequestMatcher(
                PATH.matcher(POST, "/api/applications"), PATH.matcher(POST, "/api/receipts/{authority}"));
    }

    /** The pages on which citizens apply; a draft or a case opens by its secret only. */
    static RequestMatcher citizens() {
        return new OrRequestMatcher(reading("/apply", "/apply/**"), PATH.matcher(POST, "/apply/**"));
    }

    static RequestMatcher apiDescription() {
        return reading("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml");
    }

    static RequestMatcher at(HttpMethod method, String path) {
        return PATH.matcher(method, path);
    }

    static RequestMatcher below(String path) {
        return PATH.matcher(path);
    }

    static RequestMatcher reading(String... paths) {
        List<RequestMatcher> matchers = new ArrayList<>();
        for (String path : paths) {
            matchers.add(PATH.matcher(GET, path));
            matchers.add(PATH.matcher(HEAD, path));
        }
        return new OrRequestMatcher(matchers);
    }
}
