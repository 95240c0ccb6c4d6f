package dk.ics.intake.notice;

import dk.ics.intake.authority.Authority;
import java.util.Set;

/** Which fields an authority was given of those that can be corrected: it hears of no others. */
final class GivenFields {

    private static final Set<String> NAMES = Set.of("familyName", "givenNames");
    private static final Set<String> ADDRESS = Set.of("addressLine", "postalCode", "city", "coName");

    private GivenFields() {}

    static Set<String> to(Authority authority) {
        return switch (authority) {
            case CPR ->
                Set.of(
                        "familyName",
                        "givenNames",
                        "sex",
                        "birthDate",
                        "citizenship",
                        "identityDocumentType",
                        "identityDocumentState",
                        "identityDocumentNumber",
                        "addressLine",
                        "postalCode",
                        "city",
                        "coName",
                        "maritalStatus",
                        "maritalStatusDate",
                        "maritalStatusAuthority");
            case SIRI ->
                Set.of(
                        "familyName",
                        "givenNames",
                        "birthDate",
                        "citizenship",
                        "identityDocumentType",
                        "identityDocumentState",
                        "identityDocumentNumber",
                        "employer",
                        "jobStart");
            case HEALTH_INSURANCE -> union(NAMES, ADDRESS);
            case MITID -> union(NAMES, Set.of("email", "phone"));
            case NIDC ->
                union(NAMES, Set.of("identityDocumentType", "identityDocumentState", "identityDocumentNumber"));
            case SKATTESTYRELSEN ->
                union(
                        union(NAMES, ADDRESS),
                        Set.of(
                                "sex",
                                "birthDate",
                                "citizenship",
                                "identityDocumentType",
                                "identityDocumentState",
                                "identityDocumentNumber",
                                "identityDocumentExpiry",
                                "maritalStatus",
                                "employer",
                                "jobStart"));
        };
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new java.util.TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
