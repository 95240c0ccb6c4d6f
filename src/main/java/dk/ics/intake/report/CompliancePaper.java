package dk.ics.intake.report;

import dk.ics.intake.letter.Letterhead;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.report.ComplianceReport.Missing;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** The compliance report on paper: what is missing first. The figures write {@link FiguresPaper}. */
@Component
class CompliancePaper {

    /** More of a kind than anybody reads on paper; the rest stands on the screen. */
    private static final int MOST_ON_PAPER = 100;

    private final Letterhead letterhead;

    CompliancePaper(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    Document write(ComplianceReport report) {
        Page page = new Page(
                "Identitetskontrol: efterlevelse %s til %s"
                        .formatted(
                                Danish.shortDay(report.period().from()),
                                Danish.shortDay(report.period().to())),
                letterhead.officeName(),
                letterhead.officeAddress());
        if (report.notice() != null) {
            page.text(report.notice());
        }
        page.text(
                        "Rapport efter folkeregistreringsbekendtgørelsen § 1, stk. 7, om perioden fra den %s til og med den %s. "
                                        .formatted(
                                                Danish.day(report.period().from()),
                                                Danish.day(report.period().to()))
                                + "Udskrevet den %s af %s."
                                        .formatted(
                                                Danish.moment(report.drawnAt()),
                                                report.drawnBy().written()))
                .text(covered(report.municipalities()));
        missing(page, report);
        FiguresPaper.write(page, report);
        return page.document();
    }

    private static String covered(List<Named> municipalities) {
        String known = municipalities.stream()
                .filter(one -> !one.code().equals(MunicipalityCode.UNKNOWN.value()))
                .map(Named::label)
                .collect(Collectors.joining(", "));
        boolean unplaced = municipalities.stream().anyMatch(one -> one.code().equals(MunicipalityCode.UNKNOWN.value()));
        return "Omfatter %s%s."
                .formatted(
                        known.isEmpty() ? "ingen kommune" : known,
                        unplaced ? " og sager, hvis kommune endnu ikke er kendt" : "");
    }

    private static void missing(Page page, ComplianceReport report) {
        page.heading("Det mangler");
        List<Missing> there =
                report.missing().stream().filter(kind -> kind.total() > 0).toList();
        if (there.isEmpty()) {
            page.text("Der mangler ikke noget. Det er undersøgt, at:");
        } else {
            page.table(
                    "overview",
                    List.of("Nr.", "Hvad mangler", "Antal"),
                    there.stream()
                            .map(kind -> List.of(
                                    Integer.toString(kind.number()), kind.kind().label(), Danish.number(kind.total())))
                            .toList());
            there.forEach(kind -> items(page, kind));
            page.subheading("Det mangler ikke");
        }
        page.list(report.missing().stream()
                .filter(kind -> kind.total() == 0)
                .map(Missing::nothing)
                .toList());
    }

    private static void items(Page page, Missing missing) {
        page.subheading("%s (%s)".formatted(missing.kind().label(), Danish.number(missing.total())));
        page.table(
                "missing",
                List.of("Sag", "Kommune", "Medarbejder", "Hvad"),
                missing.items().stream()
                        .limit(MOST_ON_PAPER)
                        .map(CompliancePaper::item)
                        .toList());
        long more = missing.total() - Math.min(missing.items().size(), MOST_ON_PAPER);
        if (more > 0) {
            page.text("og %s mere, som kan ses på skærmen.".formatted(Danish.number(more)));
        }
    }

    private static List<String> item(ComplianceReport.Item item) {
        StringBuilder where = new StringBuilder(Rows.or(item.reference(), "–"));
        if (item.control() != null) {
            where.append(", kontrol ").append(item.control());
        }
        if (item.reference() != null && item.day() != null) {
            where.append("\n").append(Danish.shortDay(item.day()));
        }
        return List.of(
                where.toString(),
                item.municipality() == null ? "–" : item.municipality().label(),
                item.employee() == null ? "–" : item.employee().written(),
                item.text());
    }
}
