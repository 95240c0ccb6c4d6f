package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The specimens printed in ICAO Doc 9303 (parts 4, 5 and 6) with one character wrong, every position and every character.
 * What a check digit can catch is worked out here from the standard's words, not from the code: a character weighs its
 * value modulo 10 times 7, 3 or 1, none of which shares a factor with 10.
 */
class MrzSpecimensTest {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    /**
     * @param covered the positions (from 0, lines joined) of each part with its check digit at the end
     * @param composite the positions that the last check digit covers, it at the end
     */
    record Specimen(String name, String lines, Map<Mrz.Fault, List<Integer>> covered, List<Integer> composite) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Specimen> specimens() {
        return Stream.of(
                new Specimen(
                        "TD3",
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                        parts(range(44, 54), range(57, 64), range(65, 72), range(72, 87)),
                        all(range(44, 54), range(57, 64), range(65, 88))),
                new Specimen(
                        "TD2",
                        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
                        parts(range(36, 46), range(49, 56), range(57, 64), List.of()),
                        all(range(36, 46), range(49, 56), range(57, 72))),
                new Specimen(
                        "TD1",
                        "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
                        parts(range(5, 15), range(30, 37), range(38, 45), List.of()),
                        all(range(5, 30), range(30, 37), range(38, 45), range(48, 60))));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void theSpecimenItselfIsRight(Specimen specimen) {
        assertThat(Mrz.faults(specimen.lines())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void everyErrorThatACheckDigitCanCatchIsCaughtInItsPart(Specimen specimen) {
        List<String> missed = new ArrayList<>();
        int caught = 0;
        for (int position = 0; position < specimen.lines().length(); position++) {
            for (char wrong : SIGNS.toCharArray()) {
                String lines = specimen.lines().substring(0, position)
                        + wrong
                        + specimen.lines().substring(position + 1);
                if (wrong == specimen.lines().charAt(position) || !detectable(specimen, position, wrong)) {
                    continue;
                }
                caught++;
                Set<Mrz.Fault> faults = Mrz.faults(lines);
                Mrz.Fault expected = partAt(specimen, position);
                List<String> told = ZoneFaults.of(lines);
                if (!faults.contains(expected)
                        || told.size() != 1
                        || !told.get(0).contains(place(specimen, expected))) {
                    missed.add("%d %s: %s %s".formatted(position, wrong, faults, told));
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(caught).isGreaterThan(1000);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void whatNoCheckDigitCoversIsNoFault(Specimen specimen) {
        for (int position : IntStream.range(0, specimen.lines().length())
                .filter(at -> !specimen.composite().contains(at))
                .toArray()) {
            String lines = specimen.lines().substring(0, position)
                    + 'Q'
                    + specimen.lines().substring(position + 1);
            assertThat(Mrz.faults(lines)).as("position " + position).isEmpty();
        }
    }

    /** Optional data of a passport may be empty and its digit a filler; other digits may not be one. */
    @Test
    void aFillerInPlaceOfADigitIsCaught() {
        specimens()
                .forEach(specimen -> specimen.covered().forEach((part, positions) -> {
                    if (!positions.isEmpty()) {
                        int digit = positions.get(positions.size() - 1);
                        String lines = specimen.lines().substring(0, digit)
                                + '<'
                                + specimen.lines().substring(digit + 1);
                        assertThat(Mrz.faults(lines)).as(specimen + " " + part).contains(part);
                    }
                }));
    }

    private static boolean detectable(Specimen specimen, int position, char wrong) {
        if (!specimen.composite().contains(position)) {
            return false;
        }
        boolean isDigit = specimen.covered().values().stream()
                        .anyMatch(part -> !part.isEmpty() && part.get(part.size() - 1) == position)
                || specimen.composite().get(specimen.composite().size() - 1) == position;
        return isDigit || value(wrong) % 10 != value(specimen.lines().charAt(position)) % 10;
    }

    private static Mrz.Fault partAt(Specimen specimen, int position) {
        return specimen.covered().entrySet().stream()
                .filter(part -> part.getValue().contains(position))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Mrz.Fault.COMPOSITE);
    }

    private static String place(Specimen specimen, Mrz.Fault fault) {
        return switch (fault) {
            case NUMBER ->
                specimen.name().equals("TD1")
                        ? "nummer passer ikke (linje 1, tegn 6-15)"
                        : "nummer passer ikke (linje 2, tegn 1-10)";
            case BIRTH_DATE ->
                specimen.name().equals("TD1")
                        ? "fødselsdatoen passer ikke (linje 2, tegn 1-7)"
                        : "fødselsdatoen passer ikke (linje 2, tegn 14-20)";
            case EXPIRY ->
                specimen.name().equals("TD1")
                        ? "udløbsdatoen passer ikke (linje 2, tegn 9-15)"
                        : "udløbsdatoen passer ikke (linje 2, tegn 22-28)";
            case OPTIONAL -> "personnummeret i linjerne passer ikke (linje 2, tegn 29-43)";
            default -> "Det samlede kontrolciffer";
        };
    }

    private static int value(char sign) {
        return sign == '<' ? 0 : Character.getNumericValue(sign);
    }

    private static Map<Mrz.Fault, List<Integer>> parts(
            List<Integer> number, List<Integer> birth, List<Integer> expiry, List<Integer> optional) {
        Map<Mrz.Fault, List<Integer>> parts = new EnumMap<>(Mrz.Fault.class);
        parts.put(Mrz.Fault.NUMBER, number);
        parts.put(Mrz.Fault.BIRTH_DATE, birth);
        parts.put(Mrz.Fault.EXPIRY, expiry);
        parts.put(Mrz.Fault.OPTIONAL, optional);
        return parts;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @SafeVarargs
    private static List<Integer> all(List<Integer>... ranges) {
        return Stream.of(ranges).flatMap(List::stream).toList();
    }
}
