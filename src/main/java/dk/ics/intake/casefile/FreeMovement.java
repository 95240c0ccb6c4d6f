package dk.ics.intake.casefile;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The countries whose citizens move under the EU's rules on free movement: EU, EEA and Switzerland, Denmark among them
 * (not the United Kingdom).
 */
public final class FreeMovement {

    private static final Set<String> CODES = Set.of(
            "DNK", "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "ISL", "IRL",
            "ITA", "LVA", "LIE", "LTU", "LUX", "MLT", "NLD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE",
            "CHE");

    private FreeMovement() {}

    /** Whether the ISO 3166-1 alpha-3 code is one of them; an unknown country is not. */
    public static boolean covers(@Nullable Object country) {
        return country != null && CODES.contains(country);
    }
}
