package dk.ics.intake.authority;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Cases of invented citizens, each with an identity document of its own. */
public final class TestCases {

    private static final AtomicInteger NEXT = new AtomicInteger(4711);
    private static final Act ACT = Act.bySystem("test");

    private TestCases() {}

    /** An EU worker's case in Frederiksberg, with everything an authority asks for. */
    /** A complaint that was reconsidered and sent on; the statement about it has left. */
    public static void complaintUpheld(CaseFile caseFile, CaseReference reference) {
        LocalDate day = LocalDate.of(2026, 2, 2);
        caseFile.write(
                reference,
                Map.ofEntries(
                        Map.entry("complaintDecision", "registration"),
                        Map.entry("complaintReceivedOn", day),
                        Map.entry("complaintChannel", "mail"),
                        Map.entry("complaintText", "Jeg bor her."),
                        Map.entry("complaintDecisionOn", day),
                        Map.entry("complaintOutcome", "upheld"),
                        Map.entry("complaintReasons", "Der er ingen lejekontrakt."),
                        Map.entry("complaintReconsideredBy", "sagsbehandler"),
                        Map.entry(
                                "complaintReconsideredAt",
                                day.atTime(12, 0)
                                        .atZone(DanishCalendar.COPENHAGEN)
                                        .toOffsetDateTime()),
                        Map.entry("complaintCommentsDue", day.plusWeeks(4)),
                        Map.entry("complaintSentTo", "Klagemyndigheden"),
                        Map.entry("complaintSentOn", day)),
                ACT);
    }

    public static CaseReference euWorker(CaseFile caseFile) {
        CaseReference reference = caseFile.open(new MunicipalityCode("0147"), "euWorker", "selfService", ACT);
        int number = NEXT.getAndIncrement();
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("familyName", "Nowakówna" + number);
        person.put("givenNames", "Bożena Elżbieta");
        person.put("sex", "female");
        person.put("birthDate", LocalDate.of(1991, 5, 17));
        person.put("birthPlace", "Gdynia");
        person.put("birthCountry", "POL");
        person.put("citizenship", "POL");
        person.put("identityDocumentType", "passport");
        person.put("identityDocumentState", "POL");
        person.put("identityDocumentNumber", "ZS00" + number);
        person.put("arrivalDate", LocalDate.of(2026, 2, 20));
        person.put("plannedStay", "overSixMonths");
        person.put("addressLine", "Falkoner Allé 400, 3. tv.");
        person.put("postalCode", "2000");
        person.put("city", "Frederiksberg");
        person.put("maritalStatus", "unmarried");
        person.put("email", "bozena" + number + "@example.org");
        person.put("language", "en");
        person.put("employer", "Møllehjulet ApS");
        person.put("jobStart", LocalDate.of(2026, 3, 16));
        caseFile.write(reference, person, ACT);
        return reference;
    }

    /** A caseworker has decided to register the citizen. */
    public static void decideRegistration(CaseFile caseFile, CaseReference reference) {
        caseFile.write(
                reference,
                Map.of(
                        "housingProven", "met",
                        "registrationDate", LocalDate.of(2026, 2, 20),
                        "registrationDecision", "register",
                        "registrationDecidedBy", "sagsbehandler",
                        "registrationDecidedAt", OffsetDateTime.parse("2026-03-02T10:00:00+01:00")),
                ACT);
    }
}
