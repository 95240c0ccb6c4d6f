package dk.ics.intake.identity;

import dk.ics.intake.casefile.CitizenGroup;
import dk.ics.intake.casefile.CountryCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Issuing states and nationalities as machine readable zones write them: ISO 3166-1 alpha-3 and the codes that only
 * ICAO Doc 9303 part 3, section 5 knows.
 *
 * @param code without fillers
 */
record ZoneCountry(String code) {

    /** The specimens' country, which nobody is a citizen of. */
    static final String UTOPIA = "UTO";

    /** Who issues documents without being a state. */
    static final Map<String, String> ORGANISATIONS = organisations();

    private static final Map<String, String> OTHERS = Map.of(
            "RKS",
            "Kosovo",
            "XXA",
            "Statsløs",
            "XXB",
            "Flygtning (flygtningekonventionen)",
            "XXC",
            "Flygtning (på andet grundlag)",
            "XXX",
            "Uden oplyst statsborgerskab",
            UTOPIA,
            "Utopia (prøveeksemplar)");

    private static final Map<String, String> BRITISH = Map.of(
            "GBD", "Storbritannien (oversøisk territorium)",
            "GBN", "Storbritannien (statsborger, oversøisk)",
            "GBO", "Storbritannien (oversøisk borger)",
            "GBP", "Storbritannien (under britisk beskyttelse)",
            "GBS", "Storbritannien (britisk undersåt)");

    private static final Set<String> PERSONS = Set.of("XXA", "XXB", "XXC", "XXX");

    /** @param part three characters of the zone; Germany writes {@code D<<} */
    static ZoneCountry ofZone(String part) {
        String code = part.replace("<", "");
        return new ZoneCountry(code.equals("D") ? "DEU" : code);
    }

    /** Whether a document can be issued by it; {@code UTO} only where specimens may be tried. */
    boolean canIssue(boolean specimens) {
        return isKnown(specimens) && !PERSONS.contains(code);
    }

    /** Whether a person can have it as nationality. */
    boolean canBeNationality(boolean specimens) {
        return isKnown(specimens);
    }

    private boolean isKnown(boolean specimens) {
        return code.equals(UTOPIA)
                ? specimens
                : CountryCode.isValid(code)
                        || ORGANISATIONS.containsKey(code)
                        || BRITISH.containsKey(code)
                        || OTHERS.containsKey(code);
    }

    /** The code that applications and forms use: Britain's own kinds of citizens are all British. */
    String inApplication() {
        return BRITISH.containsKey(code) ? "GBR" : code;
    }

    /** The name in Danish; a code that is none is shown as it stands. */
    String danishName() {
        return Optional.ofNullable(ORGANISATIONS.get(code))
                .or(() -> Optional.ofNullable(BRITISH.get(code)))
                .or(() -> Optional.ofNullable(OTHERS.get(code)))
                .orElseGet(() -> CountryCode.isValid(code) ? new CountryCode(code).danishName() : code);
    }

    /** Whose document it is, as the minimum requirements tell them apart. */
    String group() {
        return ORGANISATIONS.containsKey(code)
                ? "organisation"
                : CitizenGroup.of(inApplication()).code();
    }

    private static Map<String, String> organisations() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("EUE", "Den Europæiske Union (laissez-passer)");
        names.put("UNO", "De Forenede Nationer");
        names.put("UNA", "FN's særorganisationer");
        names.put("UNK", "FN's mission i Kosovo");
        names.put("XPO", "Interpol");
        names.put("XOM", "Malteserordenen");
        names.put("XCE", "Europarådet");
        names.put("XBA", "Den Afrikanske Udviklingsbank");
        names.put("XIM", "Den Afrikanske Eksport-Import-Bank");
        names.put("XCC", "Det Caribiske Fællesskab");
        names.put("XCO", "Fællesmarkedet for det Østlige og Sydlige Afrika");
        names.put("XEC", "Det Økonomiske Fællesskab af Vestafrikanske Stater");
        names.put("XMP", "Middelhavslandenes Parlamentariske Forsamling");
        names.put("XES", "Organisationen af Østcaribiske Stater");
        names.put("XDC", "Det Sydlige Afrikas Udviklingsfællesskab");
        return names;
    }
}
