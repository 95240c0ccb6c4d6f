package dk.ics.intake.process.rights;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of one of the engine's two REST roots or of the web applications' own interfaces, brought to one form so
 * that one table decides on all of them. What is not in that form (empty or dotted segments, matrix parameters,
 * encoded slashes, another engine's name) is no path at all and so refused.
 *
 * @param api where the path belongs
 * @param segments its decoded segments below the root, for the engine without {@code engine/default}
 */
record RestPath(Api api, List<String> segments) {

    /** The interfaces behind the table. */
    enum Api {
        ENGINE,
        COCKPIT,
        ADMIN,
        TASKLIST,
        WELCOME,
        /** What the application adds for its Tasklist plugin. */
        ICS
    }

    private static final String REST = "/engine-rest";
    private static final String WEBAPP_REST = "/camunda/api/engine/engine/" + WebappSession.ENGINE;
    private static final String WEBAPP_API = "/camunda/api/";

    /** Letters, digits and what ids of the engine and of users hold. No per cent sign: nothing is decoded twice. */
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_:.,@ ~+=$-]+");

    /** @param uri the raw path of the request, without query */
    static Optional<RestPath> of(String uri) {
        return segments(uri).flatMap(RestPath::locate);
    }

    /** Whether the table decides on this request, read so widely that no spelling gets around it. */
    static boolean concerns(String uri) {
        String plain = uri.toLowerCase(Locale.ROOT);
        return plain.startsWith(REST) || plain.startsWith("/camunda/api");
    }

    private static Optional<RestPath> locate(List<String> all) {
        String path = "/" + String.join("/", all);
        if (startsWith(path, WEBAPP_REST)) {
            return Optional.of(new RestPath(Api.ENGINE, all.subList(5, all.size())));
        }
        if (path.equals("/camunda/api/engine/engine")) {
            return Optional.of(new RestPath(Api.ENGINE, List.of("engine")));
        }
        if (startsWith(path, REST + "/engine/" + WebappSession.ENGINE)) {
            return Optional.of(new RestPath(Api.ENGINE, all.subList(3, all.size())));
        }
        if (startsWith(path, REST)) {
            return Optional.of(new RestPath(Api.ENGINE, all.subList(1, all.size())));
        }
        return path.startsWith(WEBAPP_API) ? ownApi(all) : Optional.empty();
    }

    private static Optional<RestPath> ownApi(List<String> all) {
        return switch (all.get(2)) {
            case "cockpit" -> Optional.of(new RestPath(Api.COCKPIT, all.subList(3, all.size())));
            case "admin" -> Optional.of(new RestPath(Api.ADMIN, all.subList(3, all.size())));
            case "tasklist" -> Optional.of(new RestPath(Api.TASKLIST, all.subList(3, all.size())));
            case "ics" -> Optional.of(new RestPath(Api.ICS, all.subList(3, all.size())));
            case "welcome" -> Optional.of(new RestPath(Api.WELCOME, all.subList(3, all.size())));
            default -> Optional.empty();
        };
    }

    private static boolean startsWith(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static Optional<List<String>> segments(String uri) {
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        if (!trimmed.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String raw : trimmed.substring(1).split("/", -1)) {
            Optional<String> segment = decoded(raw);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(segments);
    }

    private static Optional<String> decoded(String raw) {
        try {
            String segment = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean plain = SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
            return plain ? Optional.of(segment) : Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
