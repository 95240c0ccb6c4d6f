package dk.ics.intake.report;

import dk.ics.intake.municipality.MunicipalityCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the codes of a report are called, from {@code names.properties}: {@code kind.code=name}. */
final class DanishNames {

    private static final Properties NAMES = new Properties();
    private static final String UNKNOWN = "Ukendt";

    static {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(DanishNames.class.getResourceAsStream("names.properties")),
                StandardCharsets.UTF_8)) {
            NAMES.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("names.properties cannot be read", e);
        }
    }

    private DanishNames() {}

    /** The code with its name; no reader is shown a code. */
    static Named of(String kind, String code) {
        return new Named(code, NAMES.getProperty(kind + "." + code, UNKNOWN));
    }

    static @Nullable Named ifAny(String kind, @Nullable String code) {
        return code == null ? null : of(kind, code);
    }

    static Named municipality(String code) {
        return new Named(code, MunicipalityCode.isValid(code) ? new MunicipalityCode(code).name() : UNKNOWN);
    }

    static boolean has(String kind, String code) {
        return NAMES.containsKey(kind + "." + code);
    }
}
