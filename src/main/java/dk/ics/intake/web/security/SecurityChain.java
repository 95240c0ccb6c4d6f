package dk.ics.intake.web.security;

import static org.springframework.http.HttpMethod.POST;

import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.process.rights.Refusal;
import dk.ics.intake.process.rights.RestRights;
import dk.ics.intake.process.rights.Role;
import dk.ics.intake.process.rights.WebappSession;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One chain for every path. What is not named here is refused: without an account by 401, with one by 403. The last
 * filter decides on the engine's interfaces call by call ({@link RestRights}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    private static final RequestMatcher WITH_PASSWORD = request -> {
        String path = request.getServletPath();
        return path.equals("/engine-rest") || path.startsWith("/engine-rest/") || path.startsWith("/actuator/");
    };
    private static final Refusal NO_ACCOUNT =
            new Refusal(HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", "Log ind for at fortsætte.");
    private static final Refusal NO_ACCESS =
            new Refusal(HttpServletResponse.SC_FORBIDDEN, "Forbidden", "Det har du ikke adgang til.");
    private static final Refusal REJECTED =
            new Refusal(HttpServletResponse.SC_BAD_REQUEST, "InvalidRequest", "Forespørgslen er ikke gyldig.");

    @Bean
    AuthenticationManager authenticationManager(PasswordProvider passwords) {
        return new ProviderManager(passwords);
    }

    @Bean
    SecurityFilterChain everything(
            HttpSecurity http,
            AuthenticationManager manager,
            WebappSession webapps,
            EngineIdentity identity,
            RestRights rights,
            Environment environment)
            throws Exception {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        http.csrf(AbstractHttpConfigurer::disable) // done by SessionFilter with the web applications' own token
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        // The web applications change the session at log-in; here it would change with each call.
                        .sessionFixation(fixation -> fixation.none()))
                .httpBasic(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(noAccount()).accessDeniedHandler(noAccess()))
                .headers(headers -> headers.frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .httpStrictTransportSecurity(
                                transport -> transport.includeSubDomains(true).maxAgeInSeconds(31_536_000))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(OpenPaths.staticFiles()), new CacheControlHeadersWriter())))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll()
                            .requestMatchers(OpenPaths.staticFiles(), OpenPaths.login())
                            .permitAll()
                            .requestMatchers(OpenPaths.health(), OpenPaths.senders(), OpenPaths.citizens())
                            .permitAll();
                    if (demo) {
                        requests.requestMatchers(OpenPaths.apiDescription()).permitAll();
                        requests.requestMatchers(OpenPaths.at(POST, "/api/demo/clock"))
                                .hasAuthority(Role.ADMIN.name());
                    }
                    requests.requestMatchers(OpenPaths.reading("/actuator/prometheus"))
                            .authenticated()
                            .requestMatchers(OpenPaths.below("/engine-rest/**"), OpenPaths.below("/camunda/api/**"))
                            .authenticated()
                            .anyRequest()
                            .denyAll();
                })
                .addFilterBefore(new SecureCookieFilter(), HeaderWriterFilter.class)
                .addFilterAfter(new PagePolicyFilter(), HeaderWriterFilter.class)
                .addFilterBefore(new SameOriginFilter(), BasicAuthenticationFilter.class)
                .addFilterBefore(basic(manager), BasicAuthenticationFilter.class)
                .addFilterBefore(new SessionFilter(webapps), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
                .addFilterAfter(new LogoutFilter(), EngineIdentityFilter.class)
                .addFilterAfter(rights.filter(), LogoutFilter.class);
        return http.build();
    }

    /** What the firewall does not let in, for example a method that nobody knows. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, rejected) -> REJECTED.answer(response);
    }

    private static AuthenticationEntryPoint noAccount() {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException missing) ->
                refuse(request, response);
    }

    /** A browser must not ask for a password over a page of the web applications: no challenge there. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (WITH_PASSWORD.matches(request)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"ICS Indrejse\", charset=\"UTF-8\"");
        }
        NO_ACCOUNT.answer(response);
    }

    private static AccessDeniedHandler noAccess() {
        return (request, response, denied) -> NO_ACCESS.answer(response);
    }

    private static BasicAuthenticationFilter basic(AuthenticationManager manager) {
        return new BasicAuthenticationFilter(manager, noAccount()) {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getServletPath().startsWith("/camunda");
            }
        };
    }
}
