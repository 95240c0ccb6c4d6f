package dk.ics.intake.mitid;

import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What proves an identity for MitID (mitid.dk »Legitimation and documentation«; BEK om MitID til privatpersoner §§ 3 and
 * 8). A question that a form of an older version does not ask has no value and is not held against it.
 */
final class MitIdProof {

    private static final int ADULT = 18;

    /** Each is enough for level substantial. */
    private static final Set<Object> SUFFICIENT =
            Set.of("danishPassport", "danishDrivingLicence", "residencePermitWithCpr", "foreignMinistryId");

    private static final Set<Object> WITH_CHIP = Set.of("foreignPassport", "foreignIdentityCard", "danishPassport");
    private static final Set<Object> FOREIGN = Set.of("foreignPassport", "foreignIdentityCard");
    private static final Set<Object> FOR_HIGH = Set.of("app", "chip");

    /** What is known of the citizen. */
    record Person(
            @Nullable LocalDate born,
            @Nullable LocalDate documentExpiry,
            @Nullable LocalDate registered) {}

    private final MitIdProperties rules;
    private final LocalDate today;

    MitIdProof(MitIdProperties rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** @param witnessedBefore times the witness is known to have been one before */
    List<FieldProblem> problems(Map<String, Object> values, Person person, int witnessedBefore) {
        Problems problems = new Problems(values);
        age(problems, values, person.born());
        documents(problems, values, person);
        level(problems, values);
        if ("witness".equals(values.get("mitIdProofing"))) {
            witness(problems, values, witnessedBefore);
        }
        return problems.found();
    }

    boolean needsGuardian(@Nullable LocalDate born) {
        return born != null && Citizen.age(born, today) < rules.guardianAge();
    }

    private void age(Problems problems, Map<String, Object> values, @Nullable LocalDate born) {
        problems.when(
                        born == null || Citizen.age(born, today) < rules.minimumAge(),
                        "mitIdOutcome",
                        "Borgeren skal være fyldt " + rules.minimumAge() + " år for at få MitID.")
                .when(
                        needsGuardian(born) && "notMet".equals(values.get("guardianConsent")),
                        "guardianConsent",
                        "Borgere under " + rules.guardianAge()
                                + " år skal have samtykke fra forælder eller værge for at få MitID.");
    }

    private void documents(Problems problems, Map<String, Object> values, Person person) {
        Object document = values.get("mitIdDocument");
        Object proofing = values.get("mitIdProofing");
        boolean chip = "chipScan".equals(proofing);
        problems.when(
                        document != null && FOREIGN.contains(document) && isBefore(person.documentExpiry(), today),
                        "mitIdDocument",
                        "Borgerens pas eller id-kort er udløbet.")
                .when(
                        document != null && chip && !WITH_CHIP.contains(document),
                        "mitIdProofing",
                        "Kun pas og id-kort har en chip, der kan skannes.")
                .when(
                        "questions".equals(proofing)
                                && isBefore(today, plusDays(person.registered(), rules.questionsAfterDays())),
                        "mitIdProofing",
                        "CPR ved endnu for lidt om borgeren til kontrolspørgsmål. Brug chipskanning eller et vidne.")
                .when(
                        !chip
                                && !(document != null && SUFFICIENT.contains(document))
                                && "none".equals(values.get("mitIdSupportingDocument")),
                        "mitIdSupportingDocument",
                        "Uden chipskanning skal der være et dansk dokument ved siden af passet eller id-kortet.");
    }

    private static void level(Problems problems, Map<String, Object> values) {
        if ("high".equals(values.get("mitIdLevel"))) {
            problems.when(
                            !"chipScan".equals(values.get("mitIdProofing"))
                                    && !"danishPassport".equals(values.get("mitIdDocument")),
                            "mitIdLevel",
                            "Sikringsniveau Høj kræver, at chippen er skannet, eller et dansk pas med personnummer.")
                    .when(
                            !FOR_HIGH.contains(values.getOrDefault("authenticator", "")),
                            "authenticator",
                            "Sikringsniveau Høj kræver app eller chip.");
        }
    }

    private void witness(Problems problems, Map<String, Object> values, int witnessedBefore) {
        if (values.get("witnessBirthDate") instanceof LocalDate born) {
            problems.when(
                    born.isAfter(today) || Citizen.age(born, today) < ADULT,
                    "witnessBirthDate",
                    "Vidnet skal være fyldt 18 år.");
        } else {
            problems.unmet(List.of("witnessAdult"), "Vidnet skal være fyldt 18 år.");
        }
        problems.when(
                        values.get("witnessMitIdDays") instanceof Integer days && days <= rules.witnessDays(),
                        "witnessMitIdDays",
                        "Vidnet skal have haft MitID i mere end " + rules.witnessDays() + " dage.")
                .when(
                        values.get("witnessTimes") instanceof Integer times && times >= rules.witnessTimes(),
                        "witnessTimes",
                        "Man kan højst være vidne " + rules.witnessTimes() + " gange på " + rules.witnessPeriod()
                                + " dage.")
                .when(
                        witnessedBefore >= rules.witnessTimes(),
                        "witnessName",
                        "Vidnet har allerede været vidne " + witnessedBefore + " gange her på " + rules.witnessPeriod()
                                + " dage. Borgeren skal have et andet vidne.");
    }

    private static @Nullable LocalDate plusDays(@Nullable LocalDate day, int days) {
        return day == null ? null : day.plusDays(days);
    }

    private static boolean isBefore(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }
}
