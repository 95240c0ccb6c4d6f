package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Problems;
import dk.ics.intake.casefile.ServiceCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The services a caseworker chooses where the tables leave it to a person: rows of one field, {@code service}. */
final class ChosenServices {

    static final String KEY = "chosenServices";
    private static final String COLUMN = "service";

    private ChosenServices() {}

    static List<String> of(@Nullable Object rows) {
        return rows instanceof List<?> list
                ? ServiceCode.inOrder(list.stream()
                        .map(row -> row instanceof Map<?, ?> fields ? fields.get(COLUMN) : null)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList())
                : List.of();
    }

    static List<Map<String, Object>> rows(Collection<String> services) {
        return services.stream()
                .map(service -> Map.<String, Object>of(COLUMN, service))
                .toList();
    }

    /** What follows registration cannot be had without it. */
    static void check(Problems problems, List<String> chosen, String reason) {
        problems.when(chosen.isEmpty(), "assessmentOutcome", reason + " Vælg ydelser, eller henvis borgeren.")
                .when(
                        !chosen.contains(ServiceCode.CPR_NUMBER.code())
                                && (chosen.contains(ServiceCode.HEALTH_CARD.code())
                                        || chosen.contains(ServiceCode.MIT_ID.code())),
                        KEY,
                        "Sundhedskort og MitID følger efter CPR-registrering. Vælg også den, eller fjern dem.");
    }
}
