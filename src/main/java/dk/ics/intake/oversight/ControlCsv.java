package dk.ics.intake.oversight;

import dk.ics.intake.time.DanishCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Controls as a file that a Danish spreadsheet opens: UTF-8 with a byte order mark, semicolons. What a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
public final class ControlCsv {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "dd-MM-yyyy HH:mm", Locale.forLanguageTag("da"))
            .withZone(DanishCalendar.COPENHAGEN);
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final @Nullable String mark;

    /** @param mark what every line has to say of itself in a column of its own; null if there is nothing to say */
    public ControlCsv(Writer out, @Nullable String mark) {
        this.out = out;
        this.mark = mark;
        write("\uFEFF");
        line(
                "Bemærkning",
                "Sag",
                "Kontrol nr.",
                "Tidspunkt",
                "Kommunekode",
                "Kommune",
                "Brugernavn",
                "Medarbejder",
                "Udfald",
                "Tvivl",
                "Fotoundtagelse",
                "Forretningsgang",
                "Tilsyn");
    }

    public void add(ControlLine control) {
        line(
                mark,
                control.reference(),
                control.number() == 0 ? "" : Integer.toString(control.number()),
                MOMENT.format(control.at()),
                control.municipality().value(),
                control.municipality().name(),
                control.employee(),
                control.employeeName(),
                control.outcome().danishName(),
                control.doubt() ? "Ja" : "Nej",
                control.photo() ? "Ja" : "Nej",
                control.procedure(),
                control.supervision().danishName());
    }

    private void line(@Nullable String last, String... cells) {
        Stream<String> all = mark == null ? Stream.of(cells) : Stream.concat(Stream.of(cells), Stream.ofNullable(last));
        write(all.map(ControlCsv::cell).collect(Collectors.joining(";", "", "\r\n")));
    }

    static String cell(String text) {
        // A blank before it makes no difference to a spreadsheet.
        String bare = text.replaceFirst("^[ \\u00a0\\n]+", "");
        boolean formula = !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n\\t'].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException readerIsGone) {
            throw new UncheckedIOException(readerIsGone);
        }
    }
}
