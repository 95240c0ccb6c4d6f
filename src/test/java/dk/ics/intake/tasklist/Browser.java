package dk.ics.intake.tasklist;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium a browser test runs in: one found on the machine, else Playwright's own download. Without either the test
 * is skipped and says so; where a skip would hide something ({@code CI} in the environment or
 * {@code -Dics.browser.required=true}) it is an error.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ON_THE_MACHINE = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser open() {
        Optional<Path> found = ON_THE_MACHINE.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        // Nothing is downloaded behind the developer's back.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path own = Path.of(playwright.chromium().executablePath());
        if (found.isEmpty() && !Files.isExecutable(own)) {
            playwright.close();
            String missing = "No Chromium on this machine: browser tests are skipped (see CONTRIBUTING.md)";
            if (System.getenv("CI") != null || Boolean.getBoolean("ics.browser.required")) {
                throw new IllegalStateException(missing);
            }
            Assumptions.abort(missing);
        }
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(found.orElse(own))
                                .setArgs(ARGUMENTS)));
    }

    /**
     * A caseworker's own browser: nothing in it is shared with another's. English, so that Danish is our doing; its
     * clock goes with the application's, as a caseworker's does.
     */
    Caseworker caseworker(String baseUrl, String account, Instant now) {
        return new Caseworker(context(now), baseUrl, account);
    }

    /** The same for who works elsewhere than in Tasklist. */
    public BrowserContext context(Instant now) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1360, 800)
                .setLocale("en-US")
                // Nothing moves, so that a look right after a click sees where things stay.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/Copenhagen"));
        context.clock().install(new Clock.InstallOptions().setTime(Date.from(now)));
        return context;
    }

    /** A browser that runs no script; its clock is the machine's. */
    public BrowserContext contextWithoutScript() {
        return chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
