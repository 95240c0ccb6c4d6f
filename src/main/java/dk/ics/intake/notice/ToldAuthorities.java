package dk.ics.intake.notice;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.Forwarding;
import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which authorities have, or may have, something of a case. */
@Component
class ToldAuthorities {

    /** The field that says the authority has acted, whether we or a caseworker brought it there. */
    private static final Map<Authority, String> KNOWN_BY = new EnumMap<>(Map.of(
            Authority.CPR, "cprNumber",
            Authority.HEALTH_INSURANCE, "healthCardOrderedAt",
            Authority.MITID, "mitIdCreatedAt",
            Authority.SKATTESTYRELSEN, "taxForwardedAt"));

    /** SIRI has the citizen from the hand-over on, in both modes. */
    private static final String HANDED_OVER = "handOverToSiri";

    private static final List<String> AT_NIDC = List.of("nidcForwardedAt", "nidcAnsweredOn");

    private final CaseFile caseFile;
    private final Forwardings forwardings;

    ToldAuthorities(CaseFile caseFile, Forwardings forwardings) {
        this.caseFile = caseFile;
        this.forwardings = forwardings;
    }

    /** All of them; a call whose answer got lost counts, since it may have arrived. */
    Set<Authority> of(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KNOWN_BY.values());
        Set<Authority> told = EnumSet.noneOf(Authority.class);
        KNOWN_BY.forEach((authority, key) -> {
            if (known.containsKey(key)) {
                told.add(authority);
            }
        });
        if (caseFile.journalOf(reference).stream()
                .anyMatch(entry -> entry.actCode().equals(HANDED_OVER))) {
            told.add(Authority.SIRI);
        }
        if (isAtNidc(reference)) {
            told.add(Authority.NIDC);
        }
        forwardings.mayHaveArrived(reference).stream()
                .filter(forwarding -> forwarding.state() != Forwarding.State.ANSWERED)
                .map(Forwarding::authority)
                .forEach(told::add);
        return told;
    }

    /** Those that still work on something: with a number issued, Skattestyrelsen before its receipt, and NIDC. */
    Set<Authority> stillWorking(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("taxForwardedAt", "taxReceiptNumber"));
        Set<Authority> working = EnumSet.noneOf(Authority.class);
        if (known.containsKey("taxForwardedAt") && !known.containsKey("taxReceiptNumber")) {
            working.add(Authority.SKATTESTYRELSEN);
        }
        if (isAtNidc(reference)) {
            working.add(Authority.NIDC);
        }
        return working;
    }

    /** NIDC works for us until it has answered; then it has nothing more to hear. */
    private boolean isAtNidc(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, AT_NIDC);
        return known.containsKey("nidcForwardedAt") && !known.containsKey("nidcAnsweredOn");
    }
}
