package dk.ics.intake.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The services of ICS in the order in which they are given. */
public enum ServiceCode {
    RESIDENCE_DOCUMENT("residenceDocument", "EU-opholdsdokument"),
    IDENTITY_CONTROL("identityControl", "Identitetskontrol"),
    CPR_NUMBER("cprNumber", "CPR-registrering"),
    HEALTH_CARD("healthCard", "Sundhedskort"),
    MIT_ID("mitId", "MitID"),
    TAX_CARD("taxCard", "Skattekort"),
    UNEMPLOYMENT_BENEFIT("unemploymentBenefit", "Dagpenge fra hjemlandet (PD U2)"),
    GUIDANCE("guidance", "Vejledning om arbejdsmarkedet");

    private final String code;
    private final String danishName;

    ServiceCode(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    /** The service with this code, if there is one. */
    public static Optional<ServiceCode> find(String code) {
        return Arrays.stream(values())
                .filter(service -> service.code.equals(code))
                .findFirst();
    }

    /** The code in decisions, process variables, agreements and forms. */
    public String code() {
        return code;
    }

    /** What caseworkers call it. */
    public String danishName() {
        return danishName;
    }

    /** Danish names with commas between them; empty when there is none. */
    public static String names(Collection<String> codes) {
        return Arrays.stream(values())
                .filter(service -> codes.contains(service.code))
                .map(ServiceCode::danishName)
                .collect(Collectors.joining(", "));
    }

    /** The codes once each, in order, and with the control of identity that a number takes. */
    public static List<String> inOrder(Collection<String> codes) {
        Set<String> wanted = new LinkedHashSet<>(codes);
        if (wanted.contains(CPR_NUMBER.code)) {
            wanted.add(IDENTITY_CONTROL.code);
        }
        return Arrays.stream(values())
                .map(ServiceCode::code)
                .filter(wanted::contains)
                .toList();
    }
}
