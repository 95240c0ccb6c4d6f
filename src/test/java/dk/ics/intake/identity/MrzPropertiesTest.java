package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of any zone. */
class MrzPropertiesTest {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    private final SimulatedScanner scanner = new SimulatedScanner(true);

    @Property
    void whatAScannerWritesAgreesWithTheApplicationItCameFrom(@ForAll("people") Map<String, Object> person) {
        Mrz mrz = Mrz.parse(scanner.read(person).orElseThrow());

        assertThat(ZoneComparison.of(mrz, person)).allMatch(ZoneLine::agrees);
        assertThat(ZoneFaults.unknownCodes(Zone.of(mrz.value()), false)).isEmpty();
    }

    @Property
    void aWrongSignIsCaughtUnlessItWeighsTheSame(
            @ForAll("people") Map<String, Object> person,
            @ForAll @IntRange(max = 87) int at,
            @ForAll("signs") char sign) {
        String lines = scanner.read(person).orElseThrow().replace("\n", "");
        Assume.that(at < lines.length() && lines.charAt(at) != sign);
        String wrong = lines.substring(0, at) + sign + lines.substring(at + 1);

        boolean covered = lines.length() == Zone.TD3
                ? at >= 44 && !(at >= 54 && at < 57) && at != 64
                : at >= 5 && at < 60 && at != 37 && !(at >= 45 && at < 48);
        if (covered && weight(sign) != weight(lines.charAt(at))) {
            assertThat(Mrz.faults(wrong)).isNotEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Mrz.parse(wrong))
                    .withMessageNotContaining(wrong);
        }
    }

    @Property
    void anyTextHasAnAnswer(@ForAll String text) {
        Set<Mrz.Fault> faults = Mrz.faults(text);

        assertThat(faults.contains(Mrz.Fault.SHAPE))
                .isEqualTo(!text.replaceAll("\\s", "").matches("[A-Z0-9<]{72}|[A-Z0-9<]{88}|[A-Z0-9<]{90}"));
        assertThat(ZoneFaults.of(text).isEmpty()).isEqualTo(faults.isEmpty());
    }

    @Property
    void blanksAndLineBreaksMakeNoDifference(
            @ForAll("people") Map<String, Object> person, @ForAll @IntRange(max = 87) int at) {
        String lines = scanner.read(person).orElseThrow();
        int place = Math.min(at, lines.length());

        assertThat(Mrz.parse(lines.substring(0, place) + " \r\n" + lines.substring(place)))
                .isEqualTo(Mrz.parse(lines));
    }

    @Provide
    Arbitrary<Character> signs() {
        return Arbitraries.of(SIGNS.chars().mapToObj(sign -> (char) sign).toList());
    }

    @Provide
    Arbitrary<Map<String, Object>> people() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyzæøåäöüßéèñçłžšþðÆØÅÉ '-")
                .ofMinLength(1)
                .ofMaxLength(50)
                .filter(name -> !Transliteration.zoneName(name).replace("<", "").isEmpty());
        Arbitrary<LocalDate> births = Arbitraries.integers()
                .between(0, 35_000)
                .map(day -> LocalDate.of(1930, 1, 1).plusDays(day));
        Arbitrary<LocalDate> expiries = Arbitraries.integers()
                .between(0, 5_000)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day));
        return Combinators.combine(
                        names,
                        names,
                        births,
                        expiries,
                        Arbitraries.of("passport", "identityCard"),
                        Arbitraries.of("DEU", "POL", "NOR", "PHL", "USA"),
                        Arbitraries.strings()
                                .withChars("ABCXYZ0123456789")
                                .ofMinLength(5)
                                .ofMaxLength(9),
                        Arbitraries.of("male", "female"))
                .as((family, given, born, expiry, type, state, number, sex) -> {
                    Map<String, Object> person = new HashMap<>();
                    person.put("familyName", family);
                    person.put("givenNames", given);
                    person.put("birthDate", born);
                    person.put("sex", sex);
                    person.put("citizenship", state);
                    person.put("identityDocumentType", type);
                    person.put("identityDocumentState", state);
                    person.put("identityDocumentNumber", number);
                    person.put("identityDocumentExpiry", expiry);
                    return person;
                });
    }

    private static int weight(char sign) {
        return (sign == '<' ? 0 : Character.getNumericValue(sign)) % 10;
    }
}
