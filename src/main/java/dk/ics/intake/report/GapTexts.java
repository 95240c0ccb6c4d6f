package dk.ics.intake.report;

import dk.ics.intake.evidence.FindingType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What exactly is missing, in a sentence. */
final class GapTexts {

    private GapTexts() {}

    /** @param day of the item */
    static String of(Gap gap, @Nullable String a, @Nullable String b, @Nullable LocalDate day) {
        return switch (gap) {
            case OTHER_PROCEDURE ->
                b == null
                        ? "Fulgte udgave %s; ingen forretningsgang gjaldt den dag.".formatted(a)
                        : "Fulgte udgave %s; den dag gjaldt udgave %s.".formatted(a, b);
            case REQUIREMENT_LACKING -> requirement(Objects.requireNonNull(a), b);
            case CONTROL_UNTRAINED ->
                a == null ? "Ingen gyldig uddannelse er gemt med kontrollen." : "Uddannelsen er siden trukket tilbage.";
            case SPECIALIST_UNTRAINED ->
                Objects.equals(a, "examined")
                        ? "Vurderede tvivlen uden gyldig specialistuddannelse."
                        : "Afgjorde identiteten uden gyldig specialistuddannelse.";
            case TRAINING_EXPIRED ->
                "»%s« %s"
                        .formatted(
                                a, day == null ? "er ikke registreret." : "udløb den %s.".formatted(Danish.day(day)));
            case NOT_SUPERVISED ->
                "%s: %s er ikke omfattet af et tilsyn."
                        .formatted(
                                Danish.month(Objects.requireNonNull(day)),
                                "1".equals(a) ? "1 kontrol" : a + " kontroller");
            case REVIEW_MISSING ->
                "Udtaget til tilsyn nr. %s den %s."
                        .formatted(a, Danish.day(LocalDate.parse(Objects.requireNonNull(b))));
            case FINDING_NOT_FOLLOWED_UP -> "Fejl ved tilsyn nr. %s uden ny kontrol eller kursus.".formatted(a);
            case FOLLOW_UP_OVERDUE ->
                "%s efter tilsyn nr. %s er ikke gennemført; fristen var den %s."
                        .formatted(
                                DanishNames.of("followUp", Objects.requireNonNull(b))
                                        .label(),
                                a,
                                Danish.day(Objects.requireNonNull(day)));
            case RECORD_INCOMPLETE -> incomplete(Objects.requireNonNull(a));
            case NO_CONTROL ->
                Objects.equals(a, "none")
                        ? "Registreret, uden at der er udført en identitetskontrol."
                        : "Registreret, uden at identiteten er godkendt.";
            case LEDGER_NOT_VERIFIED ->
                day == null
                        ? "Kontrolsporet er aldrig efterprøvet."
                        : "Kontrolsporet er ikke efterprøvet siden den %s.".formatted(Danish.day(day));
            case LEDGER_FINDING -> "%s (%s)".formatted(finding(Objects.requireNonNull(a)), b);
            case ENTRY_UNCOVERED ->
                "1".equals(a)
                        ? "1 post er ikke dækket af et kontrolpunkt."
                        : "%s poster er ikke dækket af et kontrolpunkt; den ældste er fra den %s."
                                .formatted(a, Danish.day(Objects.requireNonNull(day)));
        };
    }

    private static String requirement(String code, @Nullable String answer) {
        String label = ControlReader.named(code).label();
        return answer == null
                ? "»%s« er ikke besvaret.".formatted(label)
                : "Godkendt, selv om »%s« ikke er opfyldt.".formatted(label);
    }

    private static String incomplete(String what) {
        return switch (what) {
            case "photo" -> "Foto er godtaget uden begrundelse.";
            case "presentation" -> "Det fremgår ikke, hvordan dokumentet er forevist.";
            case "difference" -> "Godkendt uden forklaring på forskelle mellem dokument og ansøgning.";
            default -> "Kontrolleret, før hver kontrol blev gemt med alle svar og uddannelse.";
        };
    }

    private static String finding(String type) {
        return Arrays.stream(FindingType.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .map(FindingType::danishText)
                .orElse("Ukendt fund");
    }
}
