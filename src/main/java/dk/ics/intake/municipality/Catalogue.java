package dk.ics.intake.municipality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list of municipalities that comes with the application, {@code municipalities.csv}, in the order of the codes. */
final class Catalogue {

    static final Map<String, String> NAMES;
    static final Map<String, String> ROLES;

    static {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> roles = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] columns = line.split(";", -1);
            names.put(columns[0], columns[1]);
            roles.put(columns[0], columns[2]);
        }
        NAMES = Collections.unmodifiableMap(names);
        ROLES = Collections.unmodifiableMap(roles);
    }

    private Catalogue() {}

    private static List<String> lines() {
        try (InputStream csv = Objects.requireNonNull(Catalogue.class.getResourceAsStream("municipalities.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("municipalities.csv cannot be read", e);
        }
    }
}
