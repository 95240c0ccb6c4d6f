package dk.ics.intake.report;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.multiply.MultipliedData;
import dk.ics.intake.search.Searcher;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.training.RequiredTraining;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The compliance report of a period, over the municipalities whose cases the reader may see. */
@Service
public class ComplianceReports {

    private final Gaps gaps;
    private final ProcedureFigures procedures;
    private final TrainingFigures training;
    private final SupervisionFigures supervision;
    private final DocumentationFigures documentation;
    private final Readers readers;
    private final RequiredTraining required;
    private final CompliancePaper paper;
    private final IssuedPdfs pdfs;
    private final MultipliedData multiplied;
    private final DanishCalendar calendar;
    private final Clock clock;

    ComplianceReports(
            Gaps gaps,
            ProcedureFigures procedures,
            TrainingFigures training,
            SupervisionFigures supervision,
            DocumentationFigures documentation,
            Readers readers,
            RequiredTraining required,
            CompliancePaper paper,
            IssuedPdfs pdfs,
            MultipliedData multiplied,
            DanishCalendar calendar,
            Clock clock) {
        this.gaps = gaps;
        this.procedures = procedures;
        this.training = training;
        this.supervision = supervision;
        this.documentation = documentation;
        this.readers = readers;
        this.required = required;
        this.paper = paper;
        this.pdfs = pdfs;
        this.multiplied = multiplied;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Draws it from one snapshot, so that its figures agree with each other. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ComplianceReport of(Period period, Searcher who) {
        Scope scope = new Scope(period, who.municipalities(), calendar.today(), required.warningDays());
        List<ComplianceReport.Missing> missing = gaps.of(scope);
        ComplianceReport.Procedures followed = procedures.of(scope);
        return new ComplianceReport(
                period,
                scope.municipalities().stream().map(DanishNames::municipality).toList(),
                clock.instant(),
                readers.named(who.userId()),
                multiplied.mark().orElse(null),
                missing.stream().mapToLong(ComplianceReport.Missing::total).sum(),
                missing,
                followed,
                training.of(scope),
                supervision.of(scope),
                documentation.of(scope, followed.all().total()));
    }

    public byte[] pdf(ComplianceReport report) {
        return pdfs.issue(
                paper.write(report),
                Evidence.SYSTEM,
                Kind.SUPERVISION_ACT,
                report.drawnBy(),
                new Facts()
                        .code("act", "complianceReportTaken")
                        .code("from", report.period().from())
                        .code("to", report.period().to())
                        .code(
                                "municipalities",
                                report.municipalities().stream()
                                        .map(Named::code)
                                        .toList()));
    }
}
