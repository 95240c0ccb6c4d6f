package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.Choices;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The countries whose health insurance can cover a resident: Denmark, EU, EEA, Switzerland and the United Kingdom. */
final class InsuranceCountries {

    private static final Set<String> CODES = Set.of(
            "DNK", "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "ISL", "IRL",
            "ITA", "LVA", "LIE", "LTU", "LUX", "MLT", "NLD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE",
            "CHE", "GBR");

    private InsuranceCountries() {}

    /** Denmark first, then in Danish order. */
    static List<Map<String, Object>> options() {
        return Choices.countries().stream()
                .filter(option -> CODES.contains(option.get("value")))
                .toList();
    }
}
