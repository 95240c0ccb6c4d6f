package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Logs what somebody is shown of a case, in the transaction that reads it: what is not logged has not been seen. */
@Service
public class CaseAccess {

    private final AccessLog log;
    private final FittingCases cases;
    private final SearchProperties properties;

    CaseAccess(AccessLog log, FittingCases cases, SearchProperties properties) {
        this.log = log;
        this.cases = cases;
        this.properties = properties;
    }

    /**
     * A list of controls is taken along.
     *
     * @param kinds what it is limited by, without what was entered
     * @return what is wrong with the purpose; nothing is logged then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FieldProblem> exported(Searcher who, String purposeCode, List<String> kinds, int controls) {
        Optional<Purpose> purpose = properties.purpose(purposeCode);
        purpose.ifPresent(chosen -> log.exported(who, chosen, kinds, controls));
        return purpose.isPresent()
                ? Optional.empty()
                : Optional.of(new FieldProblem("purpose", "Vælg, hvad du skal bruge listen til."));
    }

    /** Whether the case is of one of the user's municipalities. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isOpenTo(Searcher who, CaseReference reference) {
        return cases.isOpenTo(who, reference);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(Searcher who, Ground ground, CaseReference reference) {
        log.opened(who, ground, reference);
    }

    /** A protected address, which the caller goes on to show. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unmasked(Searcher who, Ground ground, CaseReference reference) {
        log.unmasked(who, ground, reference);
    }

    /** @param page from 1 */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pageShown(Searcher who, Ground ground, CaseReference reference, UUID document, int page) {
        log.pageShown(who, ground, reference, document, page);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void downloaded(Searcher who, Ground ground, CaseReference reference, UUID document) {
        log.downloaded(who, ground, reference, document);
    }

    /** The control record of the case on a screen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordShown(Searcher who, Ground ground, CaseReference reference) {
        log.recordShown(who, ground, reference);
    }

    /** The control record of the case as PDF. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordTaken(Searcher who, Ground ground, CaseReference reference) {
        log.recordTaken(who, ground, reference);
    }
}
