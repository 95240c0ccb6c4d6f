package dk.ics.intake.web.security;

import java.net.http.HttpResponse;
import java.util.List;

/** A user logged in to the web applications: session cookie and the token its state changes must bring. */
public record WebappUser(Http http, Http withoutToken, String session, String token) {

    /** Logs in the way the web applications do. */
    public static WebappUser login(int port, String user, String password, String webapp) {
        HttpResponse<String> page = Http.anonymous(port).get("/camunda/app/" + webapp + "/default/");
        String anonymousSession = cookie(page, "JSESSIONID");
        String anonymousToken = cookie(page, "XSRF-TOKEN");
        HttpResponse<String> login = Http.anonymous(port)
                .with("Cookie", "JSESSIONID=" + anonymousSession)
                .with("X-XSRF-TOKEN", anonymousToken)
                .send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/" + webapp,
                        "application/x-www-form-urlencoded",
                        "username=" + user + "&password=" + password);
        if (login.statusCode() != 200) {
            throw new AssertionError(user + " cannot log in: " + login.statusCode() + " " + login.body());
        }
        String session = cookie(login, "JSESSIONID");
        Http withCookie = Http.anonymous(port).with("Cookie", "JSESSIONID=" + session);
        String token = cookie(withCookie.get("/camunda/api/admin/auth/user/default"), "XSRF-TOKEN");
        return new WebappUser(withCookie.with("X-XSRF-TOKEN", token), withCookie, session, token);
    }

    /** The session a page opened. */
    public static String session(HttpResponse<?> page) {
        return cookie(page, "JSESSIONID");
    }

    /** The token a page brought. */
    public static String token(HttpResponse<?> page) {
        return cookie(page, "XSRF-TOKEN");
    }

    static String cookie(HttpResponse<?> answer, String name) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).split(";")[0])
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + cookies));
    }
}
