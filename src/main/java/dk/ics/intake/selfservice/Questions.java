package dk.ics.intake.selfservice;

import dk.ics.intake.visitation.RequiredPapers;
import java.util.List;
import java.util.stream.Stream;

/**
 * All questions there are, in the order in which they are put: a question may build on what came before it.
 *
 * <p>A person is asked what an application cannot do without, what the decision tables give a service or ask for a paper
 * by, and, where a personal number is at stake, the particulars of CPR-loven § 20.
 */
final class Questions {

    private static final String NUMBER = "cprNumber";

    /** Younger than this nobody can be anything but unmarried, nor is asked about work. */
    private static final int CHILD = 15;

    private static final List<String> WORK = List.of("wantsTaxCard", "wantsUnemploymentBenefit", "wantsGuidance");

    private static final String[] MOVE = {"municipality", "arrivalDate", "plannedStay", "plannedDepartureDate"};

    static final List<Question> ALL = List.of(
            Question.of("relation", "relationToApplicant")
                    .when(person -> !person.isFirst())
                    .otherwise(person -> person.derive("relationToApplicant", "applicant")),
            // Some people have no given name.
            Question.of("name", "familyName", "givenNames").requiring("familyName"),
            Question.of("birth", "birthDate", "sex"),
            Question.of("citizenship", "citizenship"),
            Question.of("category", "category")
                    .when(person -> person.categories().size() != 1)
                    .otherwise(person ->
                            person.derive("category", person.categories().get(0))),
            Question.of("together", Situation.TOGETHER).when(person -> !person.isFirst()),
            Question.of("municipality", "municipality")
                    .when(person -> !person.movesAlong())
                    .otherwise(person -> person.copy(MOVE)),
            Question.of("arrival", "arrivalDate").when(person -> !person.movesAlong()),
            Question.of("stay", "plannedStay", "plannedDepartureDate")
                    .requiring("plannedStay")
                    .when(person -> !person.movesAlong()),
            Question.of("earlier", "previouslyResident", "danishPersonalNumber").requiring("previouslyResident"),
            Question.of("residence", "holdsResidenceDocument", "residenceIssuedOn")
                    .requiring("holdsResidenceDocument")
                    .when(person ->
                            person.needs("residencePermit") || person.matters("holdsResidenceDocument", false, true)),
            Question.of("wishes")
                    .with(Questions::wishes)
                    .when(person -> !wishes(person).isEmpty()),
            Question.of("work", "employer", "jobStart", "weeklyHours")
                    .requiring("employer", "jobStart")
                    .when(person -> person.needs("employmentContract")),
            Question.of("identityType", "identityDocumentType")
                    .when(person -> RequiredPapers.acceptsCard(person.category()))
                    .otherwise(person -> person.derive("identityDocumentType", "passport")),
            Question.of(
                            "identity",
                            "identityDocumentState",
                            "identityDocumentNumber",
                            "identityDocumentExpiry",
                            Situation.ZONE)
                    .requiring("identityDocumentState", "identityDocumentNumber", "identityDocumentExpiry"),
            // CPR-loven § 20 stk. 2.
            Question.of("nordicNumber", "foreignPersonalNumber").when(person -> person.needs("nordicPersonalNumber")),
            // CPR-loven § 20 stk. 1 from here on: where the birth is registered, the last address abroad, the future
            // address, marital status with date and authority, church, and the relatives who do not come along.
            Question.of("birthplace", "birthPlace", "birthCountry").when(person -> person.gets(NUMBER)),
            Question.of("before", "previousAddress", "previousCountry")
                    .when(person -> person.gets(NUMBER) && !person.movesAlong())
                    .otherwise(person -> person.copy("previousAddress", "previousCountry")),
            Question.of("address", "addressLine", "postalCode", "city", "coName")
                    .requiring("addressLine", "postalCode", "city")
                    .when(person -> !person.movesAlong())
                    .otherwise(person -> person.copy("addressLine", "postalCode", "city", "coName")),
            Question.of("housing", "housingBasis", "housingFrom")
                    .requiring("housingBasis")
                    .when(person -> person.needs("proofOfAddress") && !person.movesAlong())
                    .otherwise(person -> person.copy("housingBasis", "housingFrom")),
            Question.of("marital", "maritalStatus")
                    .when(Questions::maritalStatusIsOpen)
                    .otherwise(Questions::maritalStatus),
            Question.of("maritalSince", "maritalStatusDate", "maritalStatusAuthority")
                    .when(person -> person.gets(NUMBER)
                            && person.get("maritalStatus") != null
                            && !person.is("maritalStatus", "unmarried")
                            && person.get("maritalStatusDate") == null),
            Question.of("church", "churchMember").when(person -> person.gets(NUMBER)),
            Question.of("relatives", "relatives").requiring().when(person -> person.gets(NUMBER)),
            Question.of("contact", "email", "phone")
                    .requiring("email")
                    .when(Situation::isFirst)
                    .otherwise(person -> person.copy("email", "phone")));

    private Questions() {}

    /** What a person may ask for: what the tables would give. */
    private static List<String> wishes(Situation person) {
        Stream<String> open = Stream.of("wantsMitId", "wantsTaxCard", "wantsUnemploymentBenefit", "wantsGuidance");
        return open.filter(wish -> !person.isUnder(CHILD) || !WORK.contains(wish))
                .filter(wish -> person.matters(wish, false, true))
                .toList();
    }

    private static boolean maritalStatusIsOpen(Situation person) {
        boolean asked = person.gets(NUMBER) || person.matters("maritalStatus", "unmarried", "married");
        return asked && !person.isUnder(CHILD) && !isTheirSpouse(person);
    }

    /** A child is unmarried, and who comes along as a spouse is married as the applicant is. */
    private static void maritalStatus(Situation person) {
        if (person.isUnder(CHILD)) {
            person.derive("maritalStatus", "unmarried");
        } else if (isTheirSpouse(person)) {
            person.copy("maritalStatus", "maritalStatusDate", "maritalStatusAuthority");
        }
    }

    private static boolean isTheirSpouse(Situation person) {
        return person.is("relationToApplicant", "spouse") && person.applicantIsMarried();
    }
}
