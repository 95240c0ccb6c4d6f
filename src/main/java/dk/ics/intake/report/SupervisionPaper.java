package dk.ics.intake.report;

import static dk.ics.intake.report.Page.Facts;

import dk.ics.intake.report.ControlDocumentation.FollowUp;
import dk.ics.intake.report.ControlDocumentation.Supervised;
import java.util.List;

/** The supervision of the controls of a case on paper. */
final class SupervisionPaper {

    private SupervisionPaper() {}

    static void write(Page page, List<Supervised> supervision) {
        page.heading("Tilsyn");
        if (supervision.isEmpty()) {
            page.text("Ingen af sagens kontroller er udtaget til tilsyn.");
        }
        supervision.forEach(item -> item(page, item));
    }

    private static void item(Page page, Supervised item) {
        page.subheading("Tilsyn nr. %d, kontrol %d".formatted(item.supervision(), item.control()))
                .facts(new Facts()
                        .add(
                                "Periode",
                                "%s til %s".formatted(Danish.day(item.periodFrom()), Danish.day(item.periodTo())))
                        .add("Udtaget", Danish.moment(item.drawnAt()))
                        .add(
                                "Hvorfor",
                                item.reason().label()
                                        + (item.risks().isEmpty() ? "" : ": " + ControlPaper.labels(item.risks())))
                        .add(
                                "Gennemgået af",
                                item.reviewedBy() == null
                                        ? "Endnu ikke gennemgået"
                                        : DoubtPaper.signed(item.reviewedBy(), item.reviewedAt()))
                        .add("Resultat", ControlPaper.label(item.finding()))
                        .add("Bemærkning", item.text()));
        if (!item.followUps().isEmpty()) {
            page.table(
                    "followUps",
                    List.of("Opfølgning", "Pålagt", "Frist", "Afsluttet"),
                    item.followUps().stream().map(SupervisionPaper::followUp).toList());
        }
    }

    private static List<String> followUp(FollowUp followUp) {
        StringBuilder what = new StringBuilder(followUp.kind().label());
        if (followUp.course() != null) {
            what.append(": ").append(followUp.course());
        }
        if (followUp.employee() != null) {
            what.append(", ").append(followUp.employee().written());
        }
        StringBuilder end = new StringBuilder();
        if (followUp.result() == null) {
            end.append("Endnu ikke afsluttet");
        } else {
            end.append(followUp.result().label());
            if (followUp.control() != null) {
                end.append(" ved kontrol ").append(followUp.control());
            }
            end.append("\n").append(Rows.or(DoubtPaper.signed(followUp.endedBy(), followUp.endedAt()), ""));
            if (followUp.text() != null) {
                end.append("\n").append(followUp.text());
            }
        }
        return List.of(
                what.toString(),
                Rows.or(DoubtPaper.signed(followUp.orderedBy(), followUp.orderedAt()), ""),
                Danish.shortDay(followUp.due()),
                end.toString());
    }
}
