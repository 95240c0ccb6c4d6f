package dk.ics.intake.casefile;

import java.util.Map;

/** What caseworkers call the particulars of a person, and the codes in them. */
public final class FieldNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("familyName", "Efternavn"),
            Map.entry("givenNames", "Fornavne"),
            Map.entry("sex", "Køn"),
            Map.entry("birthDate", "Fødselsdato"),
            Map.entry("citizenship", "Statsborgerskab"),
            Map.entry("identityDocumentType", "Legitimation"),
            Map.entry("identityDocumentState", "Udstedt af"),
            Map.entry("identityDocumentNumber", "Legitimationens nummer"),
            Map.entry("identityDocumentExpiry", "Legitimation gyldig til"),
            Map.entry("statedZone", "Maskinlæsbare linjer oplyst af borgeren"),
            Map.entry("addressLine", "Adresse"),
            Map.entry("postalCode", "Postnummer"),
            Map.entry("city", "By"),
            Map.entry("coName", "C/o"),
            Map.entry("maritalStatus", "Civilstand"),
            Map.entry("maritalStatusDate", "Civilstand fra"),
            Map.entry("maritalStatusAuthority", "Myndighed for civilstand"),
            Map.entry("email", "E-mail"),
            Map.entry("phone", "Telefon"),
            Map.entry("employer", "Arbejdsgiver"),
            Map.entry("jobStart", "Første arbejdsdag"));

    private static final Map<String, Map<String, String>> CODES = Map.of(
            "sex", Map.of("female", "Kvinde", "male", "Mand"),
            "identityDocumentType", Map.of("passport", "Pas", "identityCard", "Nationalt id-kort"),
            "maritalStatus",
                    Map.of(
                            "unmarried", "Ugift",
                            "married", "Gift",
                            "divorced", "Skilt",
                            "widowed", "Enke eller enkemand",
                            "registeredPartnership", "Registreret partnerskab",
                            "separated", "Separeret"));

    private FieldNames() {}

    /** The field's Danish name; a key without one is its own. */
    public static String of(String key) {
        return NAMES.getOrDefault(key, key);
    }

    /** The value as a caseworker reads it: Danish dates, countries and codes. */
    public static String value(String key, Object value) {
        if (key.equals("citizenship") || key.equals("identityDocumentState")) {
            return String.valueOf(Citizen.countryName(value));
        }
        return CODES.getOrDefault(key, Map.of()).getOrDefault(value.toString(), Facts.danish(value));
    }
}
