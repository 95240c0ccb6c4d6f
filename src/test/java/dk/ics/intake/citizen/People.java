package dk.ics.intake.citizen;

import dk.ics.intake.citizen.Visitor.Answers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who applies in the browser; all invented. */
final class People {

    private People() {}

    static Answers euWorker() {
        Map<String, Map<String, String>> answers = common("DEU", "Weiß", "Käthe", "C01X00T47", 1990);
        answers.put("category", one("category", "euWorker"));
        answers.put("residence", one("holdsResidenceDocument", "no"));
        answers.put("wishes", Map.of("wantsTaxCard", "", "wantsMitId", ""));
        return new Answers(answers);
    }

    static Answers nordicStudent() {
        Map<String, Map<String, String>> answers = common("SWE", "Åkerström", "Elin", "AA0000011", 2004);
        answers.put("nordicNumber", one("foreignPersonalNumber", "20041130-0000"));
        answers.put("wishes", one("wantsMitId", ""));
        return new Answers(answers);
    }

    /** An Indian with her husband and two children. */
    static Answers family() {
        Map<String, Map<String, String>> answers = common("IND", "Kulkarni", "Ananya", "Z0000011", 1990);
        answers.put("category", one("category", "thirdCountry"));
        answers.put("residence", dated(one("holdsResidenceDocument", "yes"), "residenceIssuedOn", 20, 1, 2026));
        answers.put("wishes", Map.of("wantsTaxCard", "", "wantsMitId", ""));
        answers.put("marital", one("maritalStatus", "married"));
        answers.put(
                "maritalSince",
                dated(one("maritalStatusAuthority", "Pune Municipal Corporation"), "maritalStatusDate", 14, 2, 2016));
        answers.put("together", one("together", "yes"));
        comes(answers, 2, "spouse", "Rohan", "male", 1988, "Z0000012");
        comes(answers, 3, "child", "Asha", "female", 2014, "Z0000013");
        comes(answers, 4, "child", "Dev", "male", 2019, "Z0000014");
        answers.put("2/wishes", one("wantsMitId", ""));
        return new Answers(answers);
    }

    static Answers jobseeker() {
        Map<String, Map<String, String>> answers = common("BGR", "Stoyanova", "Mariya", "380000011", 1994);
        answers.put("category", one("category", "euJobseeker"));
        answers.put("stay", one("plannedStay", "threeToSixMonths"));
        answers.put("residence", one("holdsResidenceDocument", "no"));
        answers.put("wishes", Map.of("wantsUnemploymentBenefit", "", "wantsGuidance", ""));
        return new Answers(answers);
    }

    private static void comes(
            Map<String, Map<String, String>> answers,
            int no,
            String relation,
            String givenNames,
            String sex,
            int born,
            String document) {
        answers.put(no + "/relation", one("relationToApplicant", relation));
        answers.put(no + "/name", Map.of("familyName", "Kulkarni", "givenNames", givenNames));
        answers.put(no + "/birth", dated(one("sex", sex), "birthDate", 17, 6, born));
        answers.put(no + "/category", one("category", "accompanyingFamily"));
        answers.put(no + "/residence", dated(one("holdsResidenceDocument", "yes"), "residenceIssuedOn", 18, 2, 2026));
        answers.put(no + "/identity", identity("IND", document));
    }

    private static Map<String, Map<String, String>> common(
            String country, String familyName, String givenNames, String document, int born) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        answers.put("name", Map.of("familyName", familyName, "givenNames", givenNames));
        answers.put("birth", dated(one("sex", "female"), "birthDate", 30, 11, born));
        answers.put("citizenship", one("citizenship", country));
        answers.put("municipality", one("municipality", "0101"));
        answers.put("arrival", dated(Map.of(), "arrivalDate", 1, 3, 2026));
        answers.put("stay", one("plannedStay", "overSixMonths"));
        answers.put("earlier", one("previouslyResident", "no"));
        answers.put("work", dated(one("employer", "Eksempel A/S"), "jobStart", 23, 3, 2026));
        answers.put("identityType", one("identityDocumentType", "passport"));
        answers.put("identity", identity(country, document));
        answers.put("birthplace", Map.of("birthPlace", "Eksempelby", "birthCountry", country));
        answers.put("before", Map.of("previousAddress", "Example Road 12\n1000 Example", "previousCountry", country));
        answers.put("address", Map.of("addressLine", "Eksempelvej 1", "postalCode", "2100", "city", "København Ø"));
        answers.put("housing", one("housingBasis", "rental"));
        answers.put("marital", one("maritalStatus", "unmarried"));
        answers.put("church", one("churchMember", "no"));
        answers.put("relatives", Map.of());
        answers.put("contact", one("email", givenNames.replaceAll("[^A-Za-z]", "x") + "@example.org"));
        answers.put("family", one("more", "no"));
        return answers;
    }

    private static Map<String, String> identity(String country, String document) {
        return dated(
                Map.of("identityDocumentState", country, "identityDocumentNumber", document),
                "identityDocumentExpiry",
                1,
                1,
                2031);
    }

    private static Map<String, String> one(String input, String value) {
        return Map.of(input, value);
    }

    private static Map<String, String> dated(Map<String, String> others, String input, int day, int month, int year) {
        Map<String, String> all = new LinkedHashMap<>(others);
        all.put(input + ".day", String.valueOf(day));
        all.put(input + ".month", String.valueOf(month));
        all.put(input + ".year", String.valueOf(year));
        return all;
    }
}
