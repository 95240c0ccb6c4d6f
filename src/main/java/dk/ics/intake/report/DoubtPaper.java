package dk.ics.intake.report;

import static dk.ics.intake.report.Page.Facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looked at an identity, and what followed a doubt, on paper. */
final class DoubtPaper {

    private DoubtPaper() {}

    static void write(Page page, ControlDocumentation record) {
        page.heading("Fire øjne").text(record.fourEyes().label() + ".");
        if (!record.steps().isEmpty()) {
            page.table(
                    "steps",
                    List.of("Tidspunkt", "Hvem", "Hvad", "Udfald"),
                    record.steps().stream()
                            .map(step -> List.of(
                                    Danish.moment(step.at()),
                                    step.by().written(),
                                    step.act().label(),
                                    Rows.or(ControlPaper.label(step.outcome()), "")))
                            .toList());
        }
        record.looks().forEach(look -> look(page, look));
        record.referrals().forEach(referral -> referral(page, referral));
    }

    private static void look(Page page, ControlDocumentation.Look look) {
        page.heading("Tvivl om identiteten")
                .facts(new Facts()
                        .add("Tvivlen", look.doubt())
                        .add("Vurderet af", signed(look.examinedBy(), look.examinedAt()))
                        .add("Resultat", ControlPaper.label(look.result()))
                        .add("Undersøgelsen", look.findings()));
        if (!look.answers().isEmpty()) {
            page.subheading("Specialistens minimumskrav")
                    .table(
                            "requirements",
                            List.of("Krav", "Svar"),
                            look.answers().stream()
                                    .map(answer -> List.of(
                                            answer.requirement().label(),
                                            answer.answer().label()))
                                    .toList());
        }
        if (look.heardAt() != null) {
            page.subheading("Partshøring")
                    .facts(new Facts()
                            .add("Skrevet af", signed(look.heardBy(), look.heardAt()))
                            .add("Begrundelse", look.hearing())
                            .add("Frist", look.hearingDeadline() == null ? null : Danish.day(look.hearingDeadline()))
                            .add("Svar", ControlPaper.label(look.hearingAnswer()))
                            .add("Borgerens ord", look.hearingAnswerText()));
        }
        if (look.decision() != null) {
            page.subheading("Afgørelse")
                    .facts(new Facts()
                            .add("Afgjort af", signed(look.decidedBy(), look.decidedAt()))
                            .add("Afgørelse", look.decision().label())
                            .add("Begrundelse", look.reasons()));
        }
    }

    private static void referral(Page page, ControlDocumentation.Referral referral) {
        page.heading("Udtalelse fra NIDC")
                .facts(new Facts()
                        .add("Spurgt af", signed(referral.askedBy(), referral.askedAt()))
                        .add("Spørgsmål", referral.question())
                        .add("Undersøgt på", ControlPaper.label(referral.material()))
                        .add("Sendt", referral.sentAt() == null ? null : Danish.moment(referral.sentAt()))
                        .add(
                                "Udtalelse",
                                referral.result() == null
                                        ? "NIDC har ikke svaret endnu"
                                        : referral.result().label())
                        .add("Det vigtigste", referral.finding())
                        .add("Svarets dato", referral.answeredOn() == null ? null : Danish.day(referral.answeredOn()))
                        .add("NIDC's sagsnummer", referral.caseNumber())
                        .add("NIDC's journalnummer", referral.journalNumber())
                        .add(
                                "Registreret af",
                                referral.recordedBy() == null
                                        ? null
                                        : referral.recordedBy().written()));
    }

    static @Nullable String signed(@Nullable Employee by, @Nullable Instant at) {
        if (by == null || at == null) {
            return by == null ? null : by.written();
        }
        return by.written() + ", " + Danish.moment(at);
    }
}
