package dk.ics.intake.correction;

import java.util.Arrays;
import java.util.List;

/** What kind of data is to be corrected, and with it which fields. */
enum CorrectionKind {
    /** Who the citizen is: never one person's work alone. */
    IDENTITY(
            "identity",
            "familyName",
            "givenNames",
            "sex",
            "birthDate",
            "citizenship",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "identityDocumentExpiry"),
    CIVIL_STATUS("civilStatus", "maritalStatus", "maritalStatusDate", "maritalStatusAuthority"),
    ADDRESS("address", "addressLine", "postalCode", "city", "coName"),
    CONTACT("contact", "email", "phone"),
    EMPLOYMENT("employment", "employer", "jobStart");

    private final String code;
    private final List<String> fields;

    CorrectionKind(String code, String... fields) {
        this.code = code;
        this.fields = List.of(fields);
    }

    /** @throws IllegalArgumentException if no kind has this code */
    static CorrectionKind of(Object code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind of correction"));
    }

    /** Keys of the case file, in the order in which they are shown. */
    List<String> fields() {
        return fields;
    }

    boolean needsSecondPerson() {
        return this == IDENTITY;
    }

    /** The key under which a form has the value a field shall get. */
    static String proposed(String field) {
        return "new" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }
}
