package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of any name. */
class NameMatchPropertiesTest {

    @Property
    void aNameAgreesWithEveryWayInWhichIssuersWriteIt(
            @ForAll("names") String name, @ForAll("ways") List<Integer> chosen) {
        StringBuilder zone = new StringBuilder();
        int place = 0;
        for (char letter : Transliteration.upper(name).toCharArray()) {
            List<String> ways = Transliteration.ways(letter);
            if (letter == ' ' || letter == '-') {
                zone.append('<');
            } else if (!ways.isEmpty()) {
                zone.append(ways.get(chosen.get(place++ % chosen.size()) % ways.size()));
            }
        }
        assertThat(NameMatch.of(zone.toString().replaceAll("<+", "<").replaceAll("^<", "") + "<<<<")
                        .family(name)
                        .agrees())
                .isTrue();
    }

    @Property
    void aNameThatIsCutAgreesOnlyWhereTheZoneIsFull(
            @ForAll("plain") String name, @ForAll @IntRange(min = 1, max = 30) int cut) {
        String zone = Transliteration.zoneName(name).replaceAll("^<", "");
        Assume.that(cut < zone.length() && zone.charAt(cut - 1) != '<');
        String part = zone.substring(0, cut);
        Assume.that(!zone.replace("<", "").equals(part.replace("<", "")));

        assertThat(NameMatch.of(part).family(name).agrees()).isTrue();
        assertThat(NameMatch.of(part + "<<<<").family(name).agrees()).isFalse();
    }

    @Property
    void anotherLetterIsADifference(@ForAll("plain") String name, @ForAll @IntRange(max = 20) int at) {
        int place = at % name.length();
        String other = name.substring(0, place) + (name.charAt(place) == 'Q' ? 'W' : 'Q') + name.substring(place + 1);

        assertThat(NameMatch.of(other + "<<<").family(name).agrees()).isFalse();
    }

    @Property
    void anyNameCanBeCompared(@ForAll String name, @ForAll("fields") String zone) {
        NameMatch match = NameMatch.of(zone);
        assertThat(match.family(name)).isNotNull();
        assertThat(match.given(name)).isNotNull();
        assertThat(match).hasToString(match.toString().replaceAll("[^NameMtch\\[\\]0-9 prts]", ""));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyzæøåäöüßñþðłéèçžÆØÅÜ '-")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> name.chars().anyMatch(Character::isLetter));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(2).ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.strings().withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ<").ofLength(39);
    }

    @Provide
    Arbitrary<List<Integer>> ways() {
        return Arbitraries.integers().between(0, 5).list().ofSize(7);
    }
}
