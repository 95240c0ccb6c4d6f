package dk.ics.intake.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The content security policy of the web applications' pages with a nonce for each request. The web applications keep
 * theirs on the servlet context, where requests overwrite each other's; so each request sees a servlet context with a
 * nonce of its own, and its page and its header agree.
 */
class PagePolicyFilter extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";
    private static final int NONCE_BYTES = 20;

    private static final String PAGES = "base-uri 'self'; "
            + "script-src 'nonce-%s' 'strict-dynamic'; "
            + "style-src 'unsafe-inline' 'self'; "
            + "default-src 'self'; "
            + "img-src 'self' data:; "
            + "font-src 'self' data:; "
            + "form-action 'self'; "
            + "frame-ancestors 'none'; "
            + "object-src 'none'; "
            + "sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads";
    /** The citizens' pages run no script at all. */
    private static final String CITIZENS = "default-src 'none'; "
            + "style-src 'self'; "
            + "img-src 'self' data:; "
            + "font-src 'self'; "
            + "form-action 'self'; "
            + "frame-ancestors 'none'; "
            + "base-uri 'none'";

    private static final String ANYTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServletPath().startsWith("/camunda/app/")) {
            String nonce = nonce();
            response.setHeader("Content-Security-Policy", PAGES.formatted(nonce));
            chain.doFilter(new OwnNonce(request, nonce), response);
        } else if (request.getServletPath().equals("/apply")
                || request.getServletPath().startsWith("/apply/")) {
            response.setHeader("Content-Security-Policy", CITIZENS);
            chain.doFilter(request, response);
        } else {
            response.setHeader("Content-Security-Policy", ANYTHING_ELSE);
            chain.doFilter(request, response);
        }
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A request on whose servlet context the nonce is this request's. */
    private static final class OwnNonce extends HttpServletRequestWrapper {

        private final ServletContext context;

        OwnNonce(HttpServletRequest request, String nonce) {
            super(request);
            ServletContext shared = request.getServletContext();
            context = (ServletContext) Proxy.newProxyInstance(
                    OwnNonce.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> isNonce(method, arguments) ? nonce : call(shared, method, arguments));
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        private static boolean isNonce(Method method, @Nullable Object @Nullable [] arguments) {
            return method.getName().equals("getAttribute") && arguments != null && NONCE.equals(arguments[0]);
        }

        private static @Nullable Object call(
                ServletContext shared, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() == null ? thrown : thrown.getCause();
            }
        }
    }
}
