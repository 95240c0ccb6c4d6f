package dk.ics.intake.identity;

import dk.ics.intake.casefile.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may have issued an identity document, as a form offers them: countries first, then organisations. */
final class Issuers {

    private Issuers() {}

    /** @param specimens whether the specimens' country is among them */
    static List<Map<String, Object>> options(boolean specimens) {
        List<Map<String, Object>> options = new ArrayList<>(Choices.countries());
        options.add(Choices.option("RKS", new ZoneCountry("RKS").danishName()));
        ZoneCountry.ORGANISATIONS.forEach((code, name) -> options.add(Choices.option(code, name)));
        if (specimens) {
            options.add(Choices.option(ZoneCountry.UTOPIA, new ZoneCountry(ZoneCountry.UTOPIA).danishName()));
        }
        return options;
    }
}
