package dk.ics.intake.notice;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.casefile.CaseReference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One authority that must be told one thing.
 *
 * @param number 1 for the first notice of this kind to this authority in the case, 2 for the next …
 * @param keys keys of corrected fields, never their values
 * @param refusal the authority's code if it did not take the notice, so that a person has to speak with it
 */
record Notice(
        UUID id,
        CaseReference reference,
        NoticeKind kind,
        Authority authority,
        int number,
        List<String> keys,
        @Nullable String refusal) {

    /** Names the notice in a form. */
    String code() {
        return authority.code() + "-" + kind.code() + "-" + number;
    }

    /** Names the step in the book of forwardings: with it and the attempt the authority knows a repetition. */
    String step() {
        return "notice-" + kind.code() + "-" + authority.code() + "-" + number;
    }
}
