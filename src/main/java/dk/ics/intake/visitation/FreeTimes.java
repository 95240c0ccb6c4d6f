package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Facts;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Free times as a form shows them: a row for each day, e.g. »onsdag 4. marts«: »11.00, 11.15«. */
final class FreeTimes {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d. MMMM", DANISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", DANISH);

    private FreeTimes() {}

    static List<Map<String, String>> rows(List<OffsetDateTime> times) {
        Map<LocalDate, List<ZonedDateTime>> days = times.stream()
                .map(time -> time.atZoneSameInstant(DanishCalendar.COPENHAGEN))
                .collect(Collectors.groupingBy(ZonedDateTime::toLocalDate, LinkedHashMap::new, Collectors.toList()));
        Facts rows = new Facts();
        days.forEach((day, of) ->
                rows.add(DAY.format(day), of.stream().map(TIME::format).collect(Collectors.joining(", "))));
        return rows.rows();
    }
}
