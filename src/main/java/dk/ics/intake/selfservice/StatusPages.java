package dk.ics.intake.selfservice;

import dk.ics.intake.application.ApplicationLimits;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Quarantine;
import dk.ics.intake.visitation.RequiredPapers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What citizens see of their cases, and what they do there: send a paper, withdraw. */
@Service
public class StatusPages {

    private static final String DOCUMENTS = "documents";
    private static final String SOURCE = "selfService";
    private static final Act PAPER_SENT = Act.bySystem("paperSentByCitizen");
    private static final List<String> SHOWN =
            List.of("givenNames", "familyName", "assessment", "missingDocuments", "checkedInAt");

    private final StatusLinks links;
    private final CaseFile caseFile;
    private final Deadlines deadlines;
    private final Documents documents;
    private final Quarantine quarantine;
    private final RequiredPapers papers;
    private final Reception reception;
    private final ApplicationLimits limits;
    private final SelfServiceProperties properties;
    private final VisitChoices visits;

    StatusPages(
            StatusLinks links,
            CaseFile caseFile,
            Deadlines deadlines,
            Documents documents,
            Quarantine quarantine,
            RequiredPapers papers,
            Reception reception,
            ApplicationLimits limits,
            SelfServiceProperties properties,
            VisitChoices visits) {
        this.links = links;
        this.caseFile = caseFile;
        this.deadlines = deadlines;
        this.documents = documents;
        this.quarantine = quarantine;
        this.papers = papers;
        this.reception = reception;
        this.limits = limits;
        this.properties = properties;
        this.visits = visits;
    }

    /** The address under which the page is found. */
    public String address(Secret secret) {
        return properties.address("/apply/status/" + secret.value());
    }

    /** The same nothing for a link that never was, was changed, or is over. */
    @Transactional(readOnly = true)
    public Optional<ApplicationStatus> find(Secret secret) {
        return links.open(secret).map(opened -> {
            List<CaseStatus> cases = new ArrayList<>();
            for (CaseReference reference : links.cases(opened.application())) {
                cases.add(status(cases.size() + 1, reference));
            }
            return new ApplicationStatus(opened.language(), opened.receivedAt(), List.copyOf(cases));
        });
    }

    /** What became of a paper that was sent. */
    public enum PaperSent {
        KEPT,
        /** A file could not be scanned for viruses and waits. */
        HELD,
        /** Nobody asked for it, or not any more. */
        NOT_WANTED,
        TOO_MANY
    }

    /** Adds the files of one paper, looked at, to the case of the person; only papers that are missing are taken. */
    @Transactional
    public PaperSent send(Secret secret, int no, String type, List<Uploads.Upload.Taken> files) {
        Optional<CaseReference> held = held(secret, no);
        if (held.isEmpty() || !caseFile.get(held.get()).isOpen()) {
            return PaperSent.NOT_WANTED;
        }
        CaseReference reference = held.get();
        Optional<DocumentType> paper = DocumentType.find(type)
                .filter(known -> papers.missing(reference).contains(known.code()));
        if (paper.isEmpty()) {
            return PaperSent.NOT_WANTED;
        }
        long sent = documents.list(reference).stream()
                .map(Document::source)
                .filter(SOURCE::equals)
                .count();
        if (sent + quarantine.of(reference).size() + files.size() > limits.maxDocuments()) {
            return PaperSent.TOO_MANY;
        }
        for (Uploads.Upload.Taken file : files) {
            if (file.scanned()) {
                documents.add(reference, paper.get().code(), file.file(), SOURCE, PAPER_SENT);
            } else {
                quarantine.hold(reference, paper.get().code(), file.file(), SOURCE, PAPER_SENT);
            }
        }
        papers.strikeReceived(reference);
        return files.stream().allMatch(Uploads.Upload.Taken::scanned) ? PaperSent.KEPT : PaperSent.HELD;
    }

    /** The files of a case that wait for the virus scanner or were refused by it. */
    @Transactional(readOnly = true)
    public List<Quarantine.Held> held(CaseReference reference) {
        return quarantine.of(reference);
    }

    /** Withdraws the case of the person; false if there is nothing to withdraw. */
    @Transactional
    public boolean withdraw(Secret secret, int no) {
        return held(secret, no).filter(reception::withdraw).isPresent();
    }

    /** The case of the person, held until the transaction ends. */
    private Optional<CaseReference> held(Secret secret, int no) {
        return links.open(secret)
                .map(opened -> links.cases(opened.application()))
                .filter(cases -> no >= 1 && no <= cases.size())
                .map(cases -> {
                    CaseReference reference = cases.get(no - 1);
                    caseFile.lock(reference);
                    return reference;
                });
    }

    private CaseStatus status(int no, CaseReference reference) {
        CaseFileEntry entry = caseFile.get(reference);
        Map<String, Object> known = caseFile.read(reference, SHOWN);
        List<String> missing = entry.isOpen() && "documentsMissing".equals(known.get("assessment"))
                ? papers.missing(reference)
                : List.of();
        OffsetDateTime cameAt = (OffsetDateTime) known.get("checkedInAt");
        return new CaseStatus(
                no,
                reference,
                known.getOrDefault("givenNames", known.getOrDefault("familyName", ""))
                        .toString(),
                entry.isOpen(),
                entry.outcome(),
                (String) known.get("assessment"),
                missing,
                missing.isEmpty() ? null : papersBy(reference),
                visits.of(reference),
                cameAt,
                reception.services(reference),
                entry.isOpen() && reception.isBeingWithdrawn(reference));
    }

    private @Nullable LocalDate papersBy(CaseReference reference) {
        return deadlines.of(reference).stream()
                .filter(deadline -> deadline.code().equals(DOCUMENTS) && deadline.metAt() == null)
                .map(Deadline::due)
                .findFirst()
                .orElse(null);
    }
}
