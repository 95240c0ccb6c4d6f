package dk.ics.intake.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a control may have to hold. Which of them a control must hold says the decision {@code minimumRequirements}; what
 * suffices for an identity is no rule of law but the municipality's procedure (§ 1 stk. 7 no. 1).
 */
public enum Requirement {
    PERSON_PRESENT("personPresent", "Borgeren er mødt personligt", true),
    EVERYONE_PRESENT("everyonePresent", "Alle, der flytter ind, er mødt", true),
    ORIGINAL_PRESENTED("originalPresented", "Det originale dokument er forevist", true),
    DOCUMENT_GENUINE("documentGenuine", "Dokumentet er ægte og ubeskadiget", true),
    PHOTO_QUALITY("photoQuality", "Fotoet er af god kvalitet", true),
    PHOTO_UNALTERED("photoUnaltered", "Fotoet er ikke ændret", true),
    SPECIMEN_COMPARED("specimenCompared", "Sammenlignet med et eksemplar", false),
    PHOTO_MATCHES("photoMatches", "Billedet forestiller borgeren", true),
    DETAILS_MATCH("detailsMatch", "Oplysningerne svarer til sagen", true),
    DOCUMENT_LEGIBLE("documentLegible", "Alle oplysninger kan læses", true),
    CARD_SHOWS_BIRTH_PLACE("cardShowsBirthPlace", "Id-kortet viser fødested", false),
    CUSTODY_DOCUMENTED("custodyDocumented", "Forældremyndighed er dokumenteret", false),
    PERMIT_MATCHES("permitMatches", "Opholdsgrundlag er borgerens eget", false),
    NORDIC_NUMBER_PROVEN("nordicNumberProven", "Nordisk personnummer er vist", false),
    EXISTING_CASES_CHECKED("existingCasesChecked", "Andre sager og numre er set efter", true);

    /** What the form asked for before there was a decision. */
    public static final List<Requirement> FIXED = List.of(
            PERSON_PRESENT, ORIGINAL_PRESENTED, DOCUMENT_GENUINE, PHOTO_MATCHES, DETAILS_MATCH, DOCUMENT_LEGIBLE);

    private final String code;
    private final String label;
    private final boolean alwaysRelevant;

    Requirement(String code, String label, boolean alwaysRelevant) {
        this.code = code;
        this.label = label;
        this.alwaysRelevant = alwaysRelevant;
    }

    public static Optional<Requirement> find(String code) {
        return Arrays.stream(values())
                .filter(requirement -> requirement.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** What the caseworker reads at it. */
    public String label() {
        return label;
    }

    /** Whether an approval needs it met whenever it is asked for. */
    public boolean isAlwaysRelevant() {
        return alwaysRelevant;
    }

    /** The form's field for {@code met}, {@code notMet} or {@code notRelevant}. */
    public String answerKey() {
        return key("answer");
    }

    /** The form's field for why it is not relevant. */
    public String reasonKey() {
        return key("reason");
    }

    private String key(String begin) {
        return begin + code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
    }
}
