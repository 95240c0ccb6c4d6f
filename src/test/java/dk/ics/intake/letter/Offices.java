package dk.ics.intake.letter;

import java.util.Map;

/** The office that writes in tests. */
final class Offices {

    static final LetterProperties COPENHAGEN = new LetterProperties(
            "indrejse@example.dk",
            "International Citizen Service Øst",
            "Nyropsgade 1, 1602 København V",
            "+45 33 66 10 00",
            Map.of("da", "Mandag og torsdag 9-15", "en", "Monday and Thursday 9-15"),
            Map.of(
                    "sendIdentityRefusal", complaint(4),
                    "sendRegistrationRefusal", complaint(4),
                    "sendMitIdRefusal", complaint(null)));

    private Offices() {}

    private static LetterProperties.Complaint complaint(@org.jspecify.annotations.Nullable Integer weeks) {
        return new LetterProperties.Complaint(
                Map.of("da", "Digitaliseringsministeriet", "en", "the Ministry of Digital Affairs"), weeks);
    }
}
