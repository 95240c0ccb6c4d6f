package dk.ics.intake.casefile;

import java.util.Set;

/** Which rules of residence a citizenship falls under: Danish, Nordic, free movement, or none of them. */
public enum CitizenGroup {
    DANISH("danish"),
    /** Needs no residence document (cpr.dk »Flytning fra udlandet«; dst.dk »Indvandringer«). */
    NORDIC("nordic"),
    /** The other citizens of the EU, the EEA and Switzerland. */
    EU("eu"),
    THIRD_COUNTRY("thirdCountry");

    private static final Set<String> NORDIC_STATES = Set.of("FIN", "ISL", "NOR", "SWE");
    private static final Set<String> OTHER_FREE_MOVEMENT = Set.of(
            "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "EST", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA", "LVA", "LIE",
            "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "CHE");

    private final String code;

    CitizenGroup(String code) {
        this.code = code;
    }

    /** @param country citizenship, ISO 3166-1 alpha-3 */
    public static CitizenGroup of(String country) {
        if (country.equals("DNK")) {
            return DANISH;
        }
        if (NORDIC_STATES.contains(country)) {
            return NORDIC;
        }
        return OTHER_FREE_MOVEMENT.contains(country) ? EU : THIRD_COUNTRY;
    }

    /** Whether a person who moves from that country comes from another Nordic country (CPR-loven § 16 stk. 2). */
    public static boolean isNordicCountry(String country) {
        return NORDIC_STATES.contains(country) || country.equals("ALA");
    }

    public String code() {
        return code;
    }
}
