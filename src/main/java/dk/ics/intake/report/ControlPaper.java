package dk.ics.intake.report;

import static dk.ics.intake.report.Page.Facts;

import dk.ics.intake.letter.Letterhead;
import dk.ics.intake.report.ControlDocumentation.Control;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** The control record of a case on paper, first the controls themselves. What came after them writes {@link DoubtPaper}. */
@Component
class ControlPaper {

    private final Letterhead letterhead;

    ControlPaper(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    Document write(ControlDocumentation record) {
        Page page = new Page(
                "Kontroldokumentation for sag " + record.subject().reference(),
                letterhead.officeName(),
                letterhead.officeAddress());
        if (record.notice() != null) {
            page.text(record.notice());
        }
        page.text("Dokumentation af identitetskontrollen efter folkeregistreringsbekendtgørelsen § 1, stk. 7, nr. 4. "
                + "Udskrevet den %s af %s."
                        .formatted(
                                Danish.moment(record.drawnAt()),
                                record.drawnBy().written()));
        subject(page, record.subject());
        if (record.controls().isEmpty()) {
            page.heading("Kontrol").text("Der er ikke udført nogen identitetskontrol i sagen.");
        }
        record.controls().forEach(control -> control(page, control));
        DoubtPaper.write(page, record);
        SupervisionPaper.write(page, record.supervision());
        documents(page, record.documents());
        LedgerPaper.write(page, record.ledger(), record.lastVerification());
        return page.document();
    }

    private static void subject(Page page, ControlDocumentation.Subject subject) {
        page.facts(new Facts()
                .add("Borger", subject.name())
                .add("Født", subject.birthDate() == null ? null : Danish.day(subject.birthDate()))
                .add("Statsborgerskab", subject.citizenship())
                .add("Kommune", subject.municipality().label())
                .add("Sagens legitimation", subject.documentType())
                .add("Udstedt af", subject.documentState())
                .add("Nummer", subject.documentNumber())
                .add("Gyldig til", subject.documentExpiry() == null ? null : Danish.day(subject.documentExpiry())));
    }

    private static void control(Page page, Control control) {
        page.heading(
                control.number() == null
                        ? "Kontrol før kontrolregistret – "
                                + control.result().label().toLowerCase(java.util.Locale.ROOT)
                        : "Kontrol %d – %s"
                                .formatted(
                                        control.number(),
                                        control.result().label().toLowerCase(java.util.Locale.ROOT)));
        page.facts(new Facts()
                .add("Udført af", control.controlledBy().written())
                .add("Tidspunkt", Danish.moment(control.controlledAt()))
                .add("Kommune", control.municipality().label())
                .add("Anledning", occasion(control))
                .add("Forretningsgang", procedure(control))
                .add(
                        "Minimumskrav",
                        control.decisionVersion() == null
                                ? "De seks faste krav"
                                : "Beslutningstabellens udgave " + control.decisionVersion())
                .add("Dokument", control.documentType())
                .add("Udstedt af", label(control.issuingGroup()))
                .add("Statsborgerskab", label(control.citizenGroup()))
                .add("Alder", label(control.ageBand()))
                .add("Forevist som", label(control.presentation()))
                .add("Begrundelse for foto", control.photoReason()));
        answers(page, control);
        differences(page, control);
        training(page, control);
    }

    private static @Nullable String occasion(Control control) {
        return control.ofSupervision() == null ? null : "Ny kontrol efter tilsyn nr. " + control.ofSupervision();
    }

    private static String procedure(Control control) {
        StringBuilder text = new StringBuilder("Udgave " + control.procedureVersion());
        if (control.procedureTitle() != null) {
            text.append(", ").append(control.procedureTitle());
        }
        if (control.procedureFrom() != null) {
            text.append(", gældende fra ").append(Danish.day(control.procedureFrom()));
        }
        return text.toString();
    }

    static void answers(Page page, Control control) {
        page.subheading("Minimumskrav")
                .table(
                        "requirements",
                        List.of("Krav", "Svar", "Begrundelse"),
                        control.answers().stream()
                                .map(answer -> List.of(
                                        answer.requirement().label(),
                                        answer.answer().label(),
                                        Rows.or(answer.reason(), "")))
                                .toList());
    }

    private static void differences(Page page, Control control) {
        page.subheading("Forskelle mellem dokument og ansøgning");
        if (control.number() == null) {
            page.text("Forskelle blev ikke gemt, da kontrollen blev udført.");
        } else if (control.differences().isEmpty()) {
            page.text("Der var ingen forskelle.");
        } else {
            page.table(
                    "differences",
                    List.of("Oplysning", "I dokumentet", "I ansøgningen"),
                    control.differences().stream()
                            .map(difference ->
                                    List.of(difference.field().label(), difference.zone(), difference.application()))
                            .toList());
            page.text("Forklaring: " + Rows.or(control.explanation(), "Ingen forklaring."));
        }
    }

    private static void training(Page page, Control control) {
        page.subheading("Medarbejderens uddannelse på tidspunktet");
        if (control.training().isEmpty()) {
            page.text("Ingen gyldig uddannelse er gemt med kontrollen.");
        } else {
            page.table(
                    "courses",
                    List.of("Kursus", "Gennemført", "Gyldig til"),
                    control.training().stream()
                            .map(training -> List.of(
                                    training.course().label()
                                            + (training.revokedAt() == null
                                                    ? ""
                                                    : " (trukket tilbage den %s)"
                                                            .formatted(Danish.moment(training.revokedAt()))),
                                    Danish.shortDay(training.completedOn()),
                                    Danish.shortDay(training.validUntil())))
                            .toList());
        }
    }

    private static void documents(Page page, List<ControlDocumentation.Paper> papers) {
        page.heading("Dokumenter i sagen");
        if (papers.isEmpty()) {
            page.text("Der er ingen dokumenter i sagen.");
            return;
        }
        page.table(
                "documents",
                List.of("Dokument", "Modtaget", "Set i original", "Registreret af", "SHA-256"),
                papers.stream()
                        .map(paper -> List.of(
                                paper.type().label(),
                                Danish.shortDay(paper.receivedOn()),
                                paper.seenInOriginal() ? "Ja" : "Nej",
                                paper.recordedBy().written(),
                                paper.sha256() == null ? "Ingen kopi gemt" : halves(paper.sha256())))
                        .toList());
    }

    /** A hash on two lines. */
    static String halves(String hash) {
        int middle = (hash.length() + 1) / 2;
        return hash.substring(0, middle) + "\n" + hash.substring(middle);
    }

    static @Nullable String label(@Nullable Named named) {
        return named == null ? null : named.label();
    }

    static String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(", "));
    }
}
