package dk.ics.intake.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what was done. Nothing is written before the caller's transaction commits: then all of it is appended to its
 * chains, together with the digest of every watched row the transaction wrote ({@link WatchedTables}). Either both the act
 * and its entry are there, or neither.
 *
 * <p>A table of one's own is put under watch by one line in a migration ({@code select ics.watch_evidence('ics.training',
 * 'r.id')}) and one in {@link WatchedTables}; its changes then are entries of the ledger without a further call. {@link
 * #record} says besides what the change meant.
 */
@Service
public class Evidence {

    /** The chain of what belongs to no case: users, rights, agreements, training, procedures, supervision. */
    public static final String SYSTEM = "system";

    /** Has one entry appended, by the authenticated user. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String chain, Kind kind, Facts facts) {
        record(chain, kind, null, facts);
    }

    /**
     * Has one entry appended.
     *
     * @param chain a case's reference, or {@link #SYSTEM}
     * @param userId who did it, if it is not the authenticated user
     * @param facts may still be added to until the transaction commits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String chain, Kind kind, @Nullable String userId, Facts facts) {
        Page.current().add(chain, kind, userId, facts);
    }

    /**
     * Has an act on a case appended that may be part of a bigger one: it stands in the entry of the task, claim, opening or
     * closing of the same transaction, or with the others of its transaction in one of kind {@link Kind#CASE_ACT}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void act(String chain, String code, String userId, @Nullable String outcome) {
        Page.current().act(chain, code, userId, outcome);
    }
}
