package dk.ics.intake.notice;

import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.AuthorityAnswer;
import dk.ics.intake.authority.Forwarding;
import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The notices of a case: who must be told, who has been, and how. A connected authority is told by a call with a key of
 * its own; one that is not connected, or did not take the call, is told by a person.
 */
@Service
public class Notices {

    /** How an authority was told by the application itself. */
    private static final String CONNECTED = "connected";

    private final NoticeBook book;
    private final ToldAuthorities told;
    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final TransactionTemplate each;

    Notices(
            NoticeBook book,
            ToldAuthorities told,
            CaseFile caseFile,
            Authorities authorities,
            Forwardings forwardings,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.told = told;
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Everything that was forwarded is to be recalled; CPR has registered nothing, so it is not told. */
    @Transactional
    public void recallAll(CaseReference reference) {
        prepare(reference, NoticeKind.WITHDRAWN, told.of(reference), Authority.CPR);
    }

    /** What is still open is to be recalled; what has been delivered stands. */
    @Transactional
    public void recallOpen(CaseReference reference) {
        prepare(reference, NoticeKind.WITHDRAWN, told.stillWorking(reference), Authority.CPR);
    }

    /** Whoever has something of the case hears that the citizen is dead or has left. */
    @Transactional
    public void tellAll(CaseReference reference, NoticeKind kind) {
        told.of(reference).forEach(authority -> book.add(reference, kind, authority, List.of()));
    }

    /** Whoever was given one of the corrected fields hears of the new values. */
    @Transactional
    public void tellCorrection(CaseReference reference, Collection<String> keys) {
        for (Authority authority : told.of(reference)) {
            List<String> theirs =
                    keys.stream().filter(GivenFields.to(authority)::contains).toList();
            if (!theirs.isEmpty()) {
                book.add(reference, NoticeKind.CORRECTED, authority, theirs);
            }
        }
    }

    /**
     * Tells every connected authority. Each is told in a transaction of its own, so that one that does not answer makes
     * nobody hear a thing twice.
     *
     * @return whether authorities are left that a person has to tell
     */
    @Transactional
    public boolean tellConnected(CaseReference reference, String processInstanceId) {
        for (Notice notice : book.open(reference)) {
            if (authorities.isConnected(notice.authority()) && notice.refusal() == null) {
                tell(notice, processInstanceId);
            }
        }
        return !book.open(reference).isEmpty();
    }

    private void tell(Notice notice, String processInstanceId) {
        Forwarding forwarding =
                forwardings.open(notice.reference(), notice.authority(), notice.step(), processInstanceId);
        AuthorityAnswer answer = authorities.act(forwarding, "notices", request(notice));
        each.executeWithoutResult(status -> {
            forwardings.reached(forwarding, Forwarding.State.ANSWERED);
            if (answer instanceof AuthorityAnswer.Refused refused) {
                book.refused(notice, refused.code());
                journal(notice, Act.SYSTEM, "refused", "tog ikke imod underretningen. Tal med myndigheden");
            } else {
                book.told(notice, CONNECTED, Act.SYSTEM);
                journal(notice, Act.SYSTEM, "told", "er underrettet");
            }
        });
    }

    private Map<String, Object> request(Notice notice) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("kind", notice.kind().code());
        request.put("caseReference", notice.reference().value());
        forwardings.mayHaveArrived(notice.reference()).stream()
                .filter(forwarding -> forwarding.authority() == notice.authority())
                .filter(forwarding -> !forwarding.step().startsWith("notice-"))
                .findFirst()
                .ifPresent(forwarding -> request.put("concerns", forwarding.idempotencyKey()));
        Map<String, Object> known = caseFile.read(notice.reference(), List.of("cprNumber"));
        if (known.containsKey("cprNumber")) {
            request.put("personalNumber", known.get("cprNumber"));
        }
        if (!notice.keys().isEmpty()) {
            request.put("corrected", caseFile.read(notice.reference(), notice.keys()));
        }
        return request;
    }

    /** What nobody has told yet. */
    @Transactional(readOnly = true)
    List<Notice> left(CaseReference reference) {
        return book.open(reference);
    }

    /** A person has told the authority. */
    @Transactional
    void toldByPerson(Notice notice, String way, String userId) {
        book.told(notice, way, userId);
        journal(notice, userId, way, "er underrettet");
    }

    private void journal(Notice notice, String userId, String outcome, String what) {
        caseFile.journal(
                notice.reference(),
                new Act("tellAuthorities", userId, outcome),
                "%s %s: %s"
                        .formatted(
                                notice.authority().danishName(),
                                what,
                                notice.kind().danishText()));
    }

    private void prepare(CaseReference reference, NoticeKind kind, Set<Authority> whom, Authority except) {
        whom.stream()
                .filter(authority -> authority != except)
                .forEach(authority -> book.add(reference, kind, authority, List.of()));
    }
}
