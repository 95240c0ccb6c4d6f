package dk.ics.intake.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a stay is, in the bands that right and duty to register depend on (CPR-loven § 16). */
public final class StayLength {

    /** The fields of the case file that tell it. */
    public static final List<String> KEYS = List.of("plannedStay", "arrivalDate", "plannedDepartureDate");

    private static final int RIGHT_AFTER_MONTHS = 3;
    private static final int DUTY_AFTER_MONTHS = 6;

    private StayLength() {}

    /**
     * What the citizen plans, else what the days of arrival and departure say.
     *
     * @return {@code upToThreeMonths}, {@code overThreeMonths} or {@code overSixMonths}; null while nobody knows
     */
    public static @Nullable String of(Map<String, Object> person) {
        if (person.get("plannedStay") instanceof String planned) {
            return planned.equals("threeToSixMonths") ? "overThreeMonths" : planned;
        }
        return person.get("arrivalDate") instanceof LocalDate arrival
                        && person.get("plannedDepartureDate") instanceof LocalDate departure
                ? between(arrival, departure)
                : null;
    }

    /** The day of the same number three or six months later still belongs to the shorter stay. */
    static String between(LocalDate arrival, LocalDate departure) {
        if (departure.isAfter(arrival.plusMonths(DUTY_AFTER_MONTHS))) {
            return "overSixMonths";
        }
        return departure.isAfter(arrival.plusMonths(RIGHT_AFTER_MONTHS)) ? "overThreeMonths" : "upToThreeMonths";
    }
}
