package dk.ics.intake.authority;

import dk.ics.intake.casefile.CaseReference;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks in the inbox before the process begins to wait. */
@Service
public class Replies {

    /** Nothing has come yet. */
    public static final String NONE = "none";

    /** Nothing has come, and nothing will: the call was given up before anybody knew that it arrived. */
    public static final String NOT_SENT = "notSent";

    private final Forwardings forwardings;
    private final ReceiptInbox inbox;

    Replies(Forwardings forwardings, ReceiptInbox inbox) {
        this.forwardings = forwardings;
        this.inbox = inbox;
    }

    /**
     * Has the answer taken if it is there; otherwise the forwarding waits from the caller's commit on. While the caller's
     * transaction lasts nobody else can apply a receipt to it, so that none falls between looking and waiting.
     *
     * @param take writes the answer to the case file and says its code; empty if the receipt holds no answer
     * @return the code, {@link #NONE} or {@link #NOT_SENT}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String lookFor(CaseReference reference, String step, Function<Receipt, Optional<String>> take) {
        Optional<Forwarding> latest = forwardings.lockLatest(reference, step);
        if (latest.isEmpty()) {
            // It went another way than ours, so an answer comes another way too.
            return NONE;
        }
        Forwarding forwarding = latest.get();
        for (Receipt receipt : inbox.finalReceipts(forwarding)) {
            inbox.applied(receipt);
            Optional<String> answer = take.apply(receipt);
            if (answer.isPresent()) {
                forwardings.reached(forwarding, Forwarding.State.ANSWERED);
                return answer.get();
            }
        }
        if (forwarding.state() == Forwarding.State.PREPARED) {
            return NOT_SENT;
        }
        forwardings.reached(forwarding, Forwarding.State.WAITING);
        return NONE;
    }
}
