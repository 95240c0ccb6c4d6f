package dk.ics.intake.application;

import dk.ics.intake.application.ValueRule.Amount;
import dk.ics.intake.application.ValueRule.Code;
import dk.ics.intake.application.ValueRule.Day;
import dk.ics.intake.application.ValueRule.Rows;
import dk.ics.intake.application.ValueRule.Text;
import dk.ics.intake.application.ValueRule.Truth;
import dk.ics.intake.casefile.Category;
import dk.ics.intake.casefile.CountryCode;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One field of a person in an application: its key in the JSON and in the case file, and what it must look like.
 *
 * <p>The table below is the interface: what is read, what is refused and what the OpenAPI description says come from
 * it. Required is what a case cannot begin without; the other particulars of CPR-loven § 20 are asked for by the
 * caseworker where they are missing.
 */
public record ApplicationField(String key, boolean required, ValueRule rule, String description) {

    static final String CATEGORY = "category";
    static final String MUNICIPALITY = "municipality";
    static final String DOCUMENTS = "documents";

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Code COUNTRY = new Code(CountryCode::isValid, "code.country");
    private static final Day PAST = new Day(120, 0);
    private static final Day AROUND_NOW = new Day(10, 2);
    private static final Text EMAIL =
            new Text(254, false, Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}"), "text.email");
    private static final Text PHONE = new Text(30, false, Pattern.compile("\\+?[0-9][0-9 ()/.-]{3,28}"), "text.phone");

    /** The fields of a person beside {@code documents}. */
    public static final List<ApplicationField> OF_PERSON = List.of(
            required(
                    CATEGORY,
                    new Code(
                            Arrays.stream(Category.values()).map(Category::code).toArray(String[]::new)),
                    "What the person moves to Denmark as"),
            required(
                    MUNICIPALITY,
                    new Code(MunicipalityCode::isValid, "code.municipality"),
                    "Four-digit code of the municipality of residence; 0000 if unknown"),
            required("familyName", new Text(150), "Family name as in the identity document"),
            optional("givenNames", new Text(150), "Given names as in the identity document; some people have none"),
            required("sex", new Code("female", "male"), "As in the identity document"),
            required("birthDate", PAST, "Date of birth"),
            optional("birthPlace", new Text(150), "Where the birth is registered"),
            optional("birthCountry", COUNTRY, "Country of birth, ISO 3166-1 alpha-3"),
            required("citizenship", COUNTRY, "Citizenship, ISO 3166-1 alpha-3"),
            required("identityDocumentType", new Code("passport", "identityCard"), "Document shown at the visit"),
            required("identityDocumentState", COUNTRY, "State that issued the document, ISO 3166-1 alpha-3"),
            required(
                    "identityDocumentNumber",
                    new Text(
                            30, false, Pattern.compile("[A-Za-z0-9](?:[ ./-]?[A-Za-z0-9]){2,}"), "text.documentNumber"),
                    "Number of the document"),
            required("identityDocumentExpiry", new Day(10, 20), "Last day on which the document is valid"),
            optional(
                    "statedZone",
                    new ValueRule.Zone(),
                    "The machine readable lines of the document, two of 44 or 36 characters or three of 30"),
            optional("foreignPersonalNumber", new Text(40), "Personal number in the home country"),
            optional(
                    "danishPersonalNumber",
                    new Text(11, false, Pattern.compile("\\d{6}[- ]?\\d{4}"), "text.cpr"),
                    "A Danish personal number the person has or has had, also an administrative one"),
            optional("previousAddress", new Text(300, true, null, "text.pattern"), "Last address abroad"),
            optional("previousCountry", COUNTRY, "Country of the last address, ISO 3166-1 alpha-3"),
            required("arrivalDate", AROUND_NOW, "Day of arrival in Denmark, known or expected"),
            required("plannedStay", new Code("upToThreeMonths", "threeToSixMonths", "overSixMonths"), "Planned stay"),
            optional("plannedDepartureDate", new Day(1, 50), "Planned day of departure"),
            optional("addressLine", new Text(150), "Street and number in Denmark"),
            optional(
                    "postalCode",
                    new Text(10, false, Pattern.compile("\\d{4}"), "text.postalCode"),
                    "Danish postal code"),
            optional("city", new Text(80), "Town of the postal code"),
            optional("coName", new Text(150), "Name on the door, if another person's"),
            optional("housingBasis", new Code("rental", "host", "owner"), "Why the person may live there"),
            optional("housingFrom", AROUND_NOW, "First day of the tenancy or stay"),
            optional(
                    "maritalStatus",
                    new Code("unmarried", "married", "divorced", "widowed", "registeredPartnership", "separated"),
                    "Marital status"),
            optional("maritalStatusDate", PAST, "Since when"),
            optional("maritalStatusAuthority", new Text(150), "Authority that registered it"),
            optional(
                    "churchMember", new Truth(), "Member of the Danish national church or a Lutheran community abroad"),
            optional(
                    "relatives",
                    new Rows(
                            20,
                            List.of(
                                    required("relation", new Code("spouse", "child", "parent"), "Relation"),
                                    required("name", new Text(200), "Full name"),
                                    optional("birthDate", PAST, "Date of birth"))),
                    "Spouse, own children and parents who are not in the application"),
            required("email", EMAIL, "Where the person is written to"),
            optional("phone", PHONE, "Telephone, with country code"),
            optional("language", new Code(LANGUAGES::contains, "code.language"), "Language of letters, ISO 639-1"),
            optional("employer", new Text(150), "Name of the employer in Denmark"),
            optional("jobStart", AROUND_NOW, "First working day"),
            optional("weeklyHours", new Amount(100), "Working hours a week"),
            optional("wantsTaxCard", new Truth(), "Asks for a tax card (form 04.063)"),
            optional("wantsMitId", new Truth(), "Asks for MitID"),
            optional("wantsUnemploymentBenefit", new Truth(), "Brings unemployment benefit from home (PD U2)"),
            optional("wantsGuidance", new Truth(), "Asks for guidance on the Danish labour market"),
            optional("holdsResidenceDocument", new Truth(), "Has an EU residence document already"),
            optional("residenceIssuedOn", new Day(60, 0), "When the residence document or permit was issued"),
            optional(
                    "relationToApplicant",
                    new Code("applicant", "spouse", "child", "parent", "other"),
                    "What the person is to the first person of the application"),
            optional(
                    "previouslyResident", new Truth(), "Has been registered as living in Denmark before and has left"));

    private static ApplicationField required(String key, ValueRule rule, String description) {
        return new ApplicationField(key, true, rule, description);
    }

    private static ApplicationField optional(String key, ValueRule rule, String description) {
        return new ApplicationField(key, false, rule, description);
    }
}
