package dk.ics.intake.complaint;

import java.util.Arrays;
import java.util.List;

/** A decision that can be complained about, and what is taken up again when the citizen is right. */
public enum ComplainedDecision {
    REGISTRATION("registration", "Indrejse og CPR-nummer", "", "visitation", "identity", "registration"),
    IDENTITY_CONTROL("identityControl", "Kontrol af identitet", "", "visitation", "identity", "registration"),
    HEALTH_CARD("healthCard", "Sundhedskort og læge", "healthCard", "healthcard"),
    MIT_ID("mitId", "MitID", "mitId", "mitid"),
    CLOSING("closing", "At sagen blev henlagt eller henvist", "", "visitation");

    private final String code;
    private final String danishName;
    private final String service;
    private final List<String> answers;

    ComplainedDecision(String code, String danishName, String service, String... answers) {
        this.code = code;
        this.danishName = danishName;
        this.service = service;
        this.answers = List.of(answers);
    }

    /** @throws IllegalArgumentException if there is no such code */
    static ComplainedDecision of(Object code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No decision can be complained about by this code"));
    }

    /** @throws IllegalArgumentException if there is none of this name, capitals apart */
    static ComplainedDecision named(String name) {
        return Arrays.stream(values())
                .filter(decision -> decision.code.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ics.complaints.sent-to: no decision " + name));
    }

    String code() {
        return code;
    }

    String danishName() {
        return danishName;
    }

    /** The service given after the number that is begun again; empty for a decision before the number. */
    public String service() {
        return service;
    }

    /** Tables of the field sets whose answers are put aside. */
    List<String> answers() {
        return answers;
    }
}
