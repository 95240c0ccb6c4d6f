package dk.ics.intake.authority;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of what goes to other authorities and comes from them: one entry for each step of it. */
@Component
class AuthorityActs {

    private final Evidence evidence;

    AuthorityActs(Evidence evidence) {
        this.evidence = evidence;
    }

    /** A step of a forwarding, in the transaction that takes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(Forwarding forwarding, String act) {
        evidence.record(
                forwarding.reference().value(),
                Kind.AUTHORITY_ACT,
                new Facts()
                        .code("act", act)
                        .code("authority", forwarding.authority().code())
                        .code("forwarding", forwarding.id())
                        .code("step", forwarding.step())
                        .code("attempt", forwarding.attempt()));
    }

    /** A question leaves the house now, or it did not after all. Committed at once: it was asked whatever becomes of it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ofQuestion(CaseReference reference, Authority authority, String operation, String act) {
        evidence.record(
                reference.value(),
                Kind.AUTHORITY_ACT,
                new Facts().code("act", act).code("authority", authority.code()).code("operation", operation));
    }

    /** A receipt was kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofReceipt(String chain, Receipt receipt) {
        evidence.record(
                chain,
                Kind.AUTHORITY_ACT,
                new Facts()
                        .code("act", "receipt")
                        .code("authority", receipt.authority().code())
                        .code("forwarding", receipt.forwardingId())
                        .code("kind", receipt.kind().name()));
    }
}
