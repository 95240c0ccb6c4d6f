package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Camunda's webapps let browsers keep plugin files by Camunda's version. Ours carry their own stamp, {@code ?v=} and the
 * first eight digits of their SHA-256, so that nobody works with yesterday's file.
 */
class TasklistFilesTest {

    private static final Path WEBAPPS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");
    private static final Pattern STAMPED = Pattern.compile("([\\w./-]+\\.(?:js|css|json))\\?v=(\\w*)");
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    @Test
    @DisplayName("every stamp is the beginning of the file's SHA-256")
    void stampsAreRight() throws IOException {
        List<Path> scripts = scripts();
        assertThat(scripts).hasSizeGreaterThan(5);
        for (Path script : scripts) {
            Matcher reference = STAMPED.matcher(Files.readString(script));
            while (reference.find()) {
                Path file = resolve(script, reference.group(1));
                assertThat(reference.group(2))
                        .as("stamp of %s in %s", reference.group(1), script)
                        .isEqualTo(stamp(file));
            }
        }
    }

    @Test
    @DisplayName("no module is imported without a stamp")
    void everyImportIsStamped() throws IOException {
        for (Path script : scripts()) {
            assertThat(IMPORT.matcher(Files.readString(script)).results().map(found -> found.group(1)))
                    .as(script.toString())
                    .allMatch(imported -> STAMPED.matcher(imported).find());
        }
    }

    @Test
    @DisplayName("Cockpit has words for every topic an enquiry may have")
    void topicsHaveWords() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("forms/enquiry-registered.form").toFile());
        List<String> topics = form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals("enquiryTopic"))
                .flatMap(field -> field.path("values").findValuesAsText("value").stream())
                .toList();
        String words = Files.readString(WEBAPPS.resolve("cockpit/scripts/ics/citizens.js"));
        assertThat(topics)
                .hasSizeGreaterThan(5)
                .allSatisfy(topic -> assertThat(words).containsPattern("\\n  " + topic + ": '[^']+'"));
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPPS)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
        }
    }

    /** A module names its neighbours, the configuration also files beside its folder. */
    private static Path resolve(Path script, String reference) {
        Path beside = script.resolveSibling(reference).normalize();
        Path app = WEBAPPS.resolve(WEBAPPS.relativize(script).getName(0)).resolve(reference);
        return Files.exists(beside) ? beside : app;
    }

    private static String stamp(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash).substring(0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
