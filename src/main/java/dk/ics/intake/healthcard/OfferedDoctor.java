package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A practice that was open for new patients when it was looked up, as the case file's list {@code offeredDoctors} keeps
 * it.
 *
 * @param number the practice's provider number (ydernummer)
 * @param distance kilometres from the citizen's address, if the list tells it
 */
record OfferedDoctor(
        String number,
        String name,
        String address,
        @Nullable String distance) {

    /** The list as the case file keeps it: rows with {@code number}, {@code name}, {@code address}, {@code distance}. */
    @SuppressWarnings("unchecked")
    static List<OfferedDoctor> of(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<Map<String, Object>>) list)
                        .stream()
                                .map(row -> new OfferedDoctor(
                                        text(row, "number"),
                                        text(row, "name"),
                                        text(row, "address"),
                                        row.get("distance") == null ? null : Facts.danish(row.get("distance"))))
                                .toList();
    }

    static List<Map<String, Object>> options(@Nullable Object list) {
        return of(list).stream()
                .map(doctor -> Choices.option(doctor.number(), doctor.label()))
                .toList();
    }

    private String label() {
        return name + ", " + address + (distance == null ? "" : " (" + distance + " km)");
    }

    private static String text(Map<String, Object> row, String key) {
        return row.getOrDefault(key, "").toString();
    }
}
