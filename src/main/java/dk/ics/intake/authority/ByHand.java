package dk.ics.intake.authority;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the forms have in common in which a caseworker does by hand what an authority is asked for. */
@Service
public class ByHand {

    /** Outcome: the application asks the authority once more. */
    public static final String TRY_AGAIN = "tryAgain";

    private final Authorities authorities;
    private final Forwardings forwardings;

    ByHand(Authorities authorities, Forwardings forwardings) {
        this.authorities = authorities;
        this.forwardings = forwardings;
    }

    /** The outcomes of a form; of a connected authority that has not answered, also to try again. */
    public List<Map<String, Object>> outcomes(Authority authority, List<Map<String, Object>> own) {
        List<Map<String, Object>> all = new ArrayList<>(own);
        if (authorities.isConnected(authority)) {
            all.add(Choices.option(TRY_AGAIN, "Prøv at sende igen"));
        }
        return List.copyOf(all);
    }

    /** What has become of the call, for the facts of a form: it may have arrived, so the authority is asked first. */
    @Transactional(readOnly = true)
    public @Nullable String warning(CaseReference reference, Authority authority, String step) {
        if (!authorities.isConnected(authority)) {
            return null;
        }
        return forwardings.mayHaveArrived(reference, step)
                ? authority.danishName() + " svarede ikke, men kan have modtaget kaldet. Se efter eller spørg,"
                        + " før du gør det selv."
                : authority.danishName() + " svarede ikke. Der er ikke sendt noget.";
    }

    /** A caseworker has done it: nothing more is expected, and the next time is a new attempt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(CaseReference reference, String step) {
        forwardings
                .lockLatest(reference, step)
                .ifPresent(forwarding -> forwardings.reached(forwarding, Forwarding.State.ANSWERED));
    }

    /** A caseworker has sent it another way, and a receipt is still to come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(CaseReference reference, String step) {
        forwardings
                .lockLatest(reference, step)
                .ifPresent(forwarding -> forwardings.reached(forwarding, Forwarding.State.SENT));
    }
}
