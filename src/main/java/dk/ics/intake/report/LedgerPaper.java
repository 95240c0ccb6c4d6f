package dk.ics.intake.report;

import dk.ics.intake.report.ControlDocumentation.LedgerLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What proves the record, on paper. */
final class LedgerPaper {

    private LedgerPaper() {}

    static void write(Page page, List<LedgerLine> lines, @Nullable LedgerCheck check) {
        page.heading("Kontrolspor").text(said(check));
        if (lines.isEmpty()) {
            page.text("Kontrolsporet har ingen poster om sagen.");
            return;
        }
        page.text(
                        "Hver post er kædet til den foregående med en hash (SHA-256). Et kontrolpunkt er en digital underskrift "
                                + "på alle poster indtil da og opbevares uden for databasen.")
                .table(
                        "ledger",
                        List.of("Post", "Tidspunkt", "Hændelse", "Hvem", "Hash", "Dækket af"),
                        lines.stream().map(LedgerPaper::line).toList());
    }

    static String said(@Nullable LedgerCheck check) {
        if (check == null) {
            return "Kontrolsporet er ikke efterprøvet endnu.";
        }
        String begin = "Kontrolsporet er senest efterprøvet den %s af %s (%s poster): "
                .formatted(Danish.moment(check.endedAt()), check.startedBy().written(), Danish.number(check.entries()));
        return check.holds()
                ? begin + "intet er ændret eller fjernet."
                : begin
                        + check.findings().stream()
                                .map(found -> "%s (%s)".formatted(found.type().label(), Danish.number(found.count())))
                                .collect(Collectors.joining(" "));
    }

    private static List<String> line(LedgerLine line) {
        return List.of(
                Integer.toString(line.sequence()),
                Danish.moment(line.at()).replace(" kl. ", "\nkl. "),
                line.kind().label() + (line.step() == null ? "" : ": " + line.step()),
                line.by().written(),
                ControlPaper.halves(line.hash()),
                line.checkpoint() == null
                        ? "Endnu ikke dækket"
                        : "Kontrolpunkt " + line.checkpoint()
                                + (line.checkpointAt() == null ? "" : "\n" + Danish.moment(line.checkpointAt())));
    }
}
