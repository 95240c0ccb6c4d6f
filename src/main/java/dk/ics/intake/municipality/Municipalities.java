package dk.ics.intake.municipality;

import java.util.List;
import org.springframework.stereotype.Service;

/** Which municipalities there are, and which of them ICS East serves: Copenhagen and its partners. */
@Service
public class Municipalities {

    public static final MunicipalityCode HOST = new MunicipalityCode("0101");

    /** All Danish municipalities in the order of their codes, without {@code 0000}. */
    public List<MunicipalityCode> all() {
        return withRoles(List.of("host", "partner", ""));
    }

    /** The host and its partners, in the order of their codes: the tenants of the application. */
    public List<MunicipalityCode> served() {
        return withRoles(List.of("host", "partner"));
    }

    /** Whether the municipality has left its tasks to the host by agreement (CPR-loven § 6 stk. 9). */
    public boolean isPartner(MunicipalityCode code) {
        return "partner".equals(Catalogue.ROLES.get(code.value()));
    }

    /** Whether ICS East may handle cases of the municipality: the host's own and its partners'. */
    public boolean isServed(MunicipalityCode code) {
        return code.equals(HOST) || isPartner(code);
    }

    private static List<MunicipalityCode> withRoles(List<String> roles) {
        return Catalogue.ROLES.entrySet().stream()
                .filter(entry -> roles.contains(entry.getValue()))
                .map(entry -> new MunicipalityCode(entry.getKey()))
                .toList();
    }
}
