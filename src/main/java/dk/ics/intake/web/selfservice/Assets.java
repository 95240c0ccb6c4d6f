package dk.ics.intake.web.selfservice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Where the styles are: the build puts them under a path that changes with them ({@code frontend/pages.mjs}). */
@Component
class Assets {

    private final String path;

    Assets() {
        Properties built = new Properties();
        try (InputStream file = Assets.class.getResourceAsStream("assets.properties")) {
            if (file == null) {
                throw new IllegalStateException("The citizens' pages were not built: mvn generate-resources");
            }
            built.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("assets.properties cannot be read", e);
        }
        path = built.getProperty("path");
    }

    String path() {
        return path;
    }
}
