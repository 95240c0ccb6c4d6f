package dk.ics.intake.visitation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When ICS East receives citizens: Monday 9-15, Tuesday closed, Wednesday 11-17, Thursday 9-15, Friday 9-14.
 *
 * @param enforced whether an appointment outside these hours is refused; else they are only shown
 */
@ConfigurationProperties("ics.opening-hours")
record OpeningHours(
        @DefaultValue("false") boolean enforced,
        @DefaultValue("09:00-15:00") String monday,
        @DefaultValue("") String tuesday,
        @DefaultValue("11:00-17:00") String wednesday,
        @DefaultValue("09:00-15:00") String thursday,
        @DefaultValue("09:00-14:00") String friday) {

    /** From a time of the day to another, which is not in it any more. */
    record Hours(LocalTime from, LocalTime to) {}

    /** Whether citizens are received at that moment of the day. */
    boolean isOpen(DayOfWeek day, LocalTime time) {
        return of(day).filter(open -> !time.isBefore(open.from()) && time.isBefore(open.to()))
                .isPresent();
    }

    /** When citizens are received on such a day; nothing if they are not. */
    Optional<Hours> of(DayOfWeek day) {
        String hours = text(day);
        if (hours.isBlank()) {
            return Optional.empty();
        }
        String[] ends = hours.split("-");
        return Optional.of(new Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
    }

    /** One Danish sentence for the form. */
    String inDanish() {
        return "Åbent mandag " + shown(monday) + ", tirsdag " + shown(tuesday) + ", onsdag " + shown(wednesday)
                + ", torsdag " + shown(thursday) + " og fredag " + shown(friday) + ".";
    }

    private String text(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY, SUNDAY -> "";
        };
    }

    private static String shown(String hours) {
        return hours.isBlank() ? "lukket" : "kl. " + hours.replace("-", "–").replace(":", ".");
    }
}
