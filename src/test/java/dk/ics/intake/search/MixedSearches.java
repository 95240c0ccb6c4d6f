package dk.ics.intake.search;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What callers say: each of the ways a case is looked for, about persons drawn from the database at hand. */
final class MixedSearches {

    /**
     * @param kind what is asked, in words
     * @param municipalities whose cases the searcher may see
     */
    record Search(String kind, List<String> municipalities, Map<String, String> entered) {}

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<String> ALL = List.of(
            "0101", "0147", "0151", "0153", "0155", "0157", "0159", "0161", "0163", "0165", "0167", "0169", "0173",
            "0175", "0183", "0185", "0187");
    private static final List<String> ONE = List.of("0187");

    private MixedSearches() {}

    /** @param persons how many persons are asked for, each in every way */
    static List<Search> of(SyntheticCases cases, int persons) {
        Random random = new Random(cases.number());
        List<Search> searches = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            String reference = "2026-%06d".formatted(1 + random.nextInt(cases.number() / 10) * 10);
            cases.jdbc()
                    .sql("""
                            select p.case_reference, p.family_name, split_part(p.given_names, ' ', 1) as given,
                              p.birth_date, p.identity_document_number, p.phone, p.email, r.cpr_number
                            from ics.person p join ics.registration r using (case_reference)
                            where p.case_reference = :reference
                            """)
                    .param("reference", reference)
                    .query((row, number) -> searches.addAll(about(
                            row.getString("case_reference"),
                            row.getString("family_name"),
                            row.getString("given"),
                            row.getObject("birth_date", LocalDate.class),
                            Map.of(
                                    "cprNumber", row.getString("cpr_number"),
                                    "documentNumber", row.getString("identity_document_number"),
                                    "phone", row.getString("phone"),
                                    "email", row.getString("email")),
                            random)))
                    .list();
        }
        return searches;
    }

    private static List<Search> about(
            String reference, String family, String given, LocalDate born, Map<String, String> numbers, Random random) {
        String heard = misspelt(family, random);
        List<Search> searches = new ArrayList<>(List.of(
                search("case number", Map.of("reference", reference)),
                search("name", Map.of("name", given + " " + family)),
                search("name, other order and letters", Map.of("name", foreign(family) + " " + foreign(given))),
                search("name, misspelt", Map.of("name", given + " " + heard)),
                search("name, both misspelt", Map.of("name", misspelt(given, random) + " " + heard)),
                search("family name, misspelt", Map.of("name", heard)),
                search("family name alone", Map.of("name", family)),
                search("a common family name", Map.of("name", "Schmidt")),
                search("a common name, misspelt", Map.of("name", "Marija Jansenn")),
                search("a common given name", Map.of("name", "Maria")),
                search("birth date", Map.of("birthDate", DANISH.format(born))),
                search("birth date and misspelt name", Map.of("birthDate", DANISH.format(born), "name", heard)),
                search("nobody has this name", Map.of("name", "Xqvzertopolus Wxyrquandt")),
                new Search("a common name, one municipality", ONE, Map.of("name", "Maria Schmidt"))));
        numbers.forEach((key, value) -> searches.add(search(key, Map.of(key, value))));
        return searches;
    }

    private static Search search(String kind, Map<String, String> entered) {
        return new Search(kind, ALL, entered);
    }

    /** One letter dropped, doubled into another or swapped with the next. */
    private static String misspelt(String name, Random random) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + "e" + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    /** As a passport's machine readable zone or a foreign keyboard has it. */
    private static String foreign(String name) {
        return name.replace("ø", "oe")
                .replace("ö", "oe")
                .replace("å", "aa")
                .replace("ä", "ae")
                .replace("ü", "ue")
                .replace("Ł", "L");
    }
}
