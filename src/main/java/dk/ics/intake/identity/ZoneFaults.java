package dk.ics.intake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says where in the lines something is wrong, so that a caseworker reads that part again. */
final class ZoneFaults {

    static final String SHAPE =
            "Der skal være to linjer med 44 tegn (pas), to med 36 eller tre med 30 (id-kort) – kun store bogstaver, tal og <.";

    private static final Map<Mrz.Fault, String> PASSPORT = Map.of(
            Mrz.Fault.NUMBER, "linje 2, tegn 1-10",
            Mrz.Fault.BIRTH_DATE, "linje 2, tegn 14-20",
            Mrz.Fault.EXPIRY, "linje 2, tegn 22-28",
            Mrz.Fault.OPTIONAL, "linje 2, tegn 29-43",
            Mrz.Fault.COMPOSITE, "linje 2, tegn 44");
    private static final Map<Mrz.Fault, String> CARD_OF_TWO = Map.of(
            Mrz.Fault.NUMBER, "linje 2, tegn 1-10",
            Mrz.Fault.BIRTH_DATE, "linje 2, tegn 14-20",
            Mrz.Fault.EXPIRY, "linje 2, tegn 22-28",
            Mrz.Fault.COMPOSITE, "linje 2, tegn 29-36");
    private static final Map<Mrz.Fault, String> CARD_OF_THREE = Map.of(
            Mrz.Fault.NUMBER, "linje 1, tegn 6-15",
            Mrz.Fault.BIRTH_DATE, "linje 2, tegn 1-7",
            Mrz.Fault.EXPIRY, "linje 2, tegn 9-15",
            Mrz.Fault.COMPOSITE, "linje 1, tegn 16-30, eller linje 2, tegn 19-30");

    private ZoneFaults() {}

    /**
     * One sentence for each part that disagrees with its check digit. The last digit covers all parts: it says something
     * new only where the others are right.
     */
    static List<String> of(String text) {
        Set<Mrz.Fault> faults = Mrz.faults(text);
        if (faults.contains(Mrz.Fault.SHAPE)) {
            return List.of(SHAPE);
        }
        List<String> sentences = new ArrayList<>();
        for (Mrz.Fault fault : faults) {
            if (fault != Mrz.Fault.COMPOSITE || faults.size() == 1) {
                sentences.add("%s (%s). Læs dem igen."
                        .formatted(what(fault), places(text).getOrDefault(fault, "linje 2")));
            }
        }
        return sentences;
    }

    /** What no check digit covers: codes that nobody has, and a sex that is none. */
    static List<String> unknownCodes(Zone zone, boolean specimens) {
        List<String> sentences = new ArrayList<>();
        boolean card = zone.lines() == 3;
        if (!ZoneCountry.ofZone(zone.issuer()).canIssue(specimens)) {
            sentences.add("Koden for det udstedende land (linje 1, tegn 3-5) findes ikke.");
        }
        if (!ZoneCountry.ofZone(zone.nationality()).canBeNationality(specimens)) {
            sentences.add(
                    "Koden for statsborgerskabet (linje 2, tegn %s) findes ikke.".formatted(card ? "16-18" : "11-13"));
        }
        if ("MF<".indexOf(zone.sex()) < 0) {
            sentences.add("Kønnet (linje 2, tegn %s) skal være M, F eller <.".formatted(card ? "8" : "21"));
        }
        return sentences;
    }

    private static String what(Mrz.Fault fault) {
        return switch (fault) {
            case NUMBER -> "Kontrolcifferet for dokumentets nummer passer ikke";
            case BIRTH_DATE -> "Kontrolcifferet for fødselsdatoen passer ikke";
            case EXPIRY -> "Kontrolcifferet for udløbsdatoen passer ikke";
            case OPTIONAL -> "Kontrolcifferet for personnummeret i linjerne passer ikke";
            case COMPOSITE -> "Det samlede kontrolciffer passer ikke, men de andre gør";
            case SHAPE -> throw new IllegalArgumentException("A shape has no place");
        };
    }

    private static Map<Mrz.Fault, String> places(String text) {
        return switch (text.replaceAll("\\s", "").length()) {
            case Zone.TD3 -> PASSPORT;
            case Zone.TD2 -> CARD_OF_TWO;
            default -> CARD_OF_THREE;
        };
    }
}
