package dk.ics.intake.agreement;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The services of a municipality for a category on one day.
 *
 * @param reservations the reservation of each agreed service, empty if there is none
 */
public record AgreedServices(Map<String, String> reservations) {

    /** Codes of all that is agreed, with commas between them. */
    public String all() {
        return String.join(",", new TreeSet<>(reservations.keySet()));
    }

    /** Codes of what is agreed with a reservation, with commas between them. */
    public String withReservation() {
        return reservations.entrySet().stream()
                .filter(agreed -> !agreed.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** The reservations of these services in one text, each once. */
    public String reservationsOf(Collection<String> services) {
        return String.join(
                " ",
                new TreeSet<>(services.stream()
                        .map(service -> reservations.getOrDefault(service, ""))
                        .filter(text -> !text.isEmpty())
                        .toList()));
    }
}
