package dk.ics.intake.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** Reads {@code docker-compose.yml}, {@code Dockerfile} and {@code .env.example}, since no container engine runs here. */
final class ContainerFiles {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");
    private static final Pattern HEALTHCHECK = Pattern.compile("HEALTHCHECK[^\\[]*CMD (\\[.*])");
    private static final Pattern ENTRYPOINT = Pattern.compile("ENTRYPOINT (\\[.*])");

    private ContainerFiles() {}

    static Map<String, Object> compose() throws IOException {
        return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    }

    static Map<String, Object> service(String name) throws IOException {
        return map(map(compose(), "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    /** The environment of a service, as the file has it. */
    static Map<String, Object> environment(String service) throws IOException {
        return map(service(service), "environment");
    }

    /** The environment of a service, its variables replaced as compose does it. */
    static Map<String, String> environment(String service, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment(service).forEach((name, value) -> environment.put(name, interpolate(value.toString(), variables)));
        return environment;
    }

    static String interpolate(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = variables.getOrDefault(match.group(1), "");
            if (value.isEmpty() && "?".equals(match.group(2))) {
                throw new AssertionError(match.group(1) + ": " + match.group(3));
            }
            boolean fallback = value.isEmpty() && "-".equals(match.group(2));
            return Matcher.quoteReplacement(fallback ? match.group(3) : value);
        });
    }

    /** Names of all variables the compose file takes from outside. */
    static List<String> variables() throws IOException {
        return VARIABLE.matcher(Files.readString(Path.of("docker-compose.yml")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    static String dockerfile() throws IOException {
        return Files.readString(Path.of("Dockerfile")).replaceAll("\\\\\\R\\s*", "");
    }

    static List<String> healthcheck() throws IOException {
        return words(HEALTHCHECK);
    }

    static List<String> entrypoint() throws IOException {
        return words(ENTRYPOINT);
    }

    private static List<String> words(Pattern instruction) throws IOException {
        Matcher matcher = instruction.matcher(dockerfile());
        if (!matcher.find()) {
            throw new AssertionError("No " + instruction + " in the Dockerfile");
        }
        return new Yaml().load(matcher.group(1));
    }
}
