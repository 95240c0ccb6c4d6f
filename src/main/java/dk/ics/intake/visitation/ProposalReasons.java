package dk.ics.intake.visitation;

import java.util.Map;

/** Why the tables came to their proposal, as the caseworker reads it. */
final class ProposalReasons {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("municipality", "Borgerens kommune er ikke med i samarbejdet."),
            Map.entry("municipalityUnknown", "Borgerens kommune er ikke kendt."),
            Map.entry("citizenship", "Statsborgerskabet passer ikke til kategorien. Ret det, der er forkert."),
            Map.entry("stay", "Opholdets længde er ikke kendt."),
            Map.entry("age", "Borgerens alder er ikke kendt."),
            Map.entry(
                    "childOnItsOwn",
                    "Borgeren er under 13 år og må have et andet grundlag end arbejde, studier eller egne midler."),
            Map.entry("residence", "Det er ikke kendt, om borgeren har opholdsdokument eller tilladelse."),
            Map.entry("services", "Kommunen har ikke overladt de ydelser, borgeren har ret til, til ICS."),
            Map.entry("agreement", "Aftalen med kommunen har et forbehold, som du skal tage stilling til."));

    private static final String SHORT_STAY =
            "Borgeren bliver højst tre måneder og søger ikke skattekort, så der er ingen ydelser at sætte i gang.";

    private ProposalReasons() {}

    /** One sentence; empty when the citizen is served as the rules say. */
    static String sentence(Proposal proposal, VisitationFacts.Facts facts) {
        if (proposal.reason().equals("entitled")) {
            return "";
        }
        if (proposal.reason().equals("nothing")) {
            return "upToThreeMonths".equals(facts.stayLength())
                    ? SHORT_STAY
                    : "Reglerne giver ingen ydelse efter det, der er oplyst.";
        }
        return SENTENCES.getOrDefault(proposal.reason(), "Reglerne kan ikke afgøre sagen.");
    }
}
