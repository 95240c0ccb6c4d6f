package dk.ics.intake.visitation;

import java.util.Map;

/** The reason a citizen is given for being referred, as a suggestion that the caseworker may change. */
final class ReferralReasons {

    private static final Map<String, String> DANISH = Map.of(
            "municipality", "Din kommune har ikke en aftale med International Citizen Service om at behandle din sag.",
            "services", "Din kommune behandler selv de ydelser, du har ret til.");

    private static final Map<String, String> ENGLISH = Map.of(
            "municipality",
            "Your municipality has no agreement with International Citizen Service that lets us handle your case.",
            "services",
            "Your municipality itself handles the services you have a right to.");

    private ReferralReasons() {}

    /** In the language of the citizen's letters: Danish for those who chose it, English for all others. */
    static String sentence(Proposal proposal, Map<String, Object> person) {
        Map<String, String> sentences = "da".equals(person.get("language")) ? DANISH : ENGLISH;
        return sentences.getOrDefault(proposal.reason(), "");
    }
}
