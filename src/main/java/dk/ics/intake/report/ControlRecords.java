package dk.ics.intake.report;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.search.CaseAccess;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Opening;
import dk.ics.intake.search.Searcher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The control record of a case, for a purpose: who is shown it is logged in the transaction that reads it. */
@Service
public class ControlRecords {

    private final CaseSearch search;
    private final CaseAccess access;
    private final ControlDocumentations records;
    private final Readers readers;
    private final ControlPaper paper;
    private final IssuedPdfs pdfs;

    ControlRecords(
            CaseSearch search,
            CaseAccess access,
            ControlDocumentations records,
            Readers readers,
            ControlPaper paper,
            IssuedPdfs pdfs) {
        this.search = search;
        this.access = access;
        this.records = records;
        this.readers = readers;
        this.paper = paper;
        this.pdfs = pdfs;
    }

    /** Whether there is a record to be shown. */
    public sealed interface Answer {

        record Shown(ControlDocumentation record) implements Answer {}

        /** There is no such case, or none of the reader's municipalities: the reader learns no difference. */
        record NotFound() implements Answer {}

        /** Something about the request has to be put right first. */
        record Refused(FieldProblem problem) implements Answer {}
    }

    /**
     * Reads the record and logs that it was read.
     *
     * @param purpose code of a purpose of »Find sag«
     * @param taken whether it is going to be a PDF
     */
    @Transactional
    public Answer open(Searcher who, String purpose, String reference, boolean taken) {
        Opening opening = search.mayOpen(who, purpose, reference);
        if (opening instanceof Opening.Refused refused) {
            return new Answer.Refused(refused.problem());
        }
        if (!(opening instanceof Opening.Opened opened)) {
            return new Answer.NotFound();
        }
        if (taken) {
            access.recordTaken(who, opened.ground(), opened.reference());
        } else {
            access.recordShown(who, opened.ground(), opened.reference());
        }
        return new Answer.Shown(records.of(opened.reference(), readers.named(who.userId())));
    }

    /** Sets a record that was read to be taken along. */
    public byte[] pdf(ControlDocumentation record) {
        return pdfs.issue(
                paper.write(record),
                record.subject().reference(),
                Kind.CASE_ACT,
                record.drawnBy(),
                new Facts().code("act", "controlRecordTaken"));
    }
}
