package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.time.DanishCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Reads a day, a time of day or both, in the ISO forms that form-js sends; the place is Denmark. */
final class DateEntry {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;
    private static final String IMPOSSIBLE = "Datoen findes ikke.";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm[:ss][.SSS][XXX]").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][.SSS][XXX]").withResolverStyle(ResolverStyle.STRICT);

    private DateEntry() {}

    static Reading read(FormField field, JsonNode entry) {
        if (!entry.isTextual()) {
            return Reading.refused("Vælg en dato.");
        }
        String text = entry.asText().strip();
        if (text.isEmpty()) {
            return Reading.EMPTY;
        }
        try {
            return switch (field.component().path("subtype").asText("date")) {
                case "time" ->
                    Reading.of(LocalTime.parse(text, TIME)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
                case "datetime" -> inRange(moment(text));
                default -> inRange(LocalDate.parse(text, DATE));
            };
        } catch (DateTimeException impossible) {
            return Reading.refused(
                    "time".equals(field.component().path("subtype").asText())
                            ? "Klokkeslættet findes ikke."
                            : IMPOSSIBLE);
        }
    }

    private static OffsetDateTime moment(String text) {
        TemporalAccessor parsed = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        ZonedDateTime danish = parsed instanceof OffsetDateTime exact
                ? exact.atZoneSameInstant(DanishCalendar.COPENHAGEN)
                : ((LocalDateTime) parsed).atZone(DanishCalendar.COPENHAGEN);
        return danish.truncatedTo(ChronoUnit.MINUTES).toOffsetDateTime();
    }

    private static Reading inRange(TemporalAccessor date) {
        int year = LocalDate.from(date).getYear();
        return year < EARLIEST_YEAR || year > LATEST_YEAR
                ? Reading.refused("Datoen skal ligge mellem %d og %d.".formatted(EARLIEST_YEAR, LATEST_YEAR))
                : Reading.of(date);
    }
}
