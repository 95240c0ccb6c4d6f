package dk.ics.intake.report;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.multiply.MultipliedData;
import dk.ics.intake.report.ControlDocumentation.Control;
import dk.ics.intake.report.ControlDocumentation.Paper;
import dk.ics.intake.report.ControlDocumentation.Step;
import dk.ics.intake.report.ControlDocumentation.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the control record of a case together. */
@Component
class ControlDocumentations {

    private static final List<String> SUBJECT = List.of(
            "familyName",
            "givenNames",
            "birthDate",
            "citizenship",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "identityDocumentExpiry");

    private final CaseFile caseFile;
    private final ControlReader controls;
    private final StepReader steps;
    private final DoubtReader doubts;
    private final SupervisionReader supervision;
    private final LedgerReader ledger;
    private final JdbcClient jdbc;
    private final MultipliedData multiplied;
    private final Clock clock;

    ControlDocumentations(
            CaseFile caseFile,
            ControlReader controls,
            StepReader steps,
            DoubtReader doubts,
            SupervisionReader supervision,
            LedgerReader ledger,
            JdbcClient jdbc,
            MultipliedData multiplied,
            Clock clock) {
        this.caseFile = caseFile;
        this.controls = controls;
        this.steps = steps;
        this.doubts = doubts;
        this.supervision = supervision;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.multiplied = multiplied;
        this.clock = clock;
    }

    ControlDocumentation of(CaseReference reference, Employee reader) {
        List<Control> made = controls.of(reference);
        List<Step> done = steps.of(reference);
        return new ControlDocumentation(
                subject(reference),
                made,
                StepReader.fourEyes(done, made),
                done,
                doubts.looks(reference),
                doubts.referrals(reference),
                supervision.of(reference),
                papers(reference),
                ledger.entries(reference),
                ledger.lastCheck().orElse(null),
                multiplied.markOf(reference.value()).orElse(null),
                clock.instant(),
                reader);
    }

    private Subject subject(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, SUBJECT);
        return new Subject(
                reference.value(),
                DanishNames.municipality(caseFile.get(reference).municipality().value()),
                Citizen.name(known),
                (LocalDate) known.get("birthDate"),
                Citizen.countryName(known.get("citizenship")),
                ControlReader.document((String) known.get("identityDocumentType")),
                Citizen.countryName(known.get("identityDocumentState")),
                (@Nullable String) known.get("identityDocumentNumber"),
                (LocalDate) known.get("identityDocumentExpiry"));
    }

    /** What came in; letters of ours prove no identity. */
    private List<Paper> papers(CaseReference reference) {
        return jdbc.sql("""
                        select d.type_code, d.received_on, d.seen_in_original, d.recorded_by, d.sha256,
                          %s as recorded_by_name
                        from ics.document d
                        where d.case_reference = :reference and d.source <> 'outgoing' order by d.recorded_at, d.id
                        """.formatted(Employee.name("d.recorded_by")))
                .param("reference", reference.value())
                .query((row, i) -> new Paper(
                        new Named(
                                row.getString("type_code"),
                                DocumentType.find(row.getString("type_code"))
                                        .map(DocumentType::danishName)
                                        .orElse("Andet dokument")),
                        row.getObject("received_on", LocalDate.class),
                        row.getBoolean("seen_in_original"),
                        Objects.requireNonNull(Employee.of(row, "recorded_by")),
                        row.getString("sha256")))
                .list();
    }
}
