package dk.ics.intake.web.selfservice;

import java.util.List;
import java.util.Random;
import java.util.Set;

/** What no input of the pages may hold. */
final class Nonsense {

    private static final Set<String> CHOICES = Set.of(
            "sex",
            "citizenship",
            "category",
            "municipality",
            "plannedStay",
            "previouslyResident",
            "holdsResidenceDocument",
            "identityDocumentType",
            "identityDocumentState",
            "birthCountry",
            "previousCountry",
            "housingBasis",
            "maritalStatus",
            "churchMember");

    /** These take digits and little else. */
    private static final Set<String> NARROW =
            Set.of("postalCode", "weeklyHours", "email", "phone", "identityDocumentNumber");

    private Nonsense() {}

    static String instead(String input, Random random) {
        if (CHOICES.contains(input)) {
            return one(random, "", "nonsense", "0000x", "DE", "<b>", "null", "\u0000", "yes; drop table", "æøå");
        }
        if (input.endsWith(".day")) {
            return one(random, "0", "32", "x", "-1", "1.5", "99", "");
        }
        if (input.endsWith(".month")) {
            return one(random, "0", "13", "marts", "-3", "");
        }
        if (input.endsWith(".year")) {
            return one(random, "90", "1700", "3026", "x", "20266", "");
        }
        if (NARROW.contains(input)) {
            return one(random, "ikke et tal €", "<1>", "1".repeat(400), "-5 .. 7", "a b c@", "\u0007");
        }
        return one(random, "x".repeat(1000), "<script>alert(1)</script>", "a\u0007b", "\u0000", "\uFFFF", "${7*7}<i>");
    }

    private static String one(Random random, String... values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
