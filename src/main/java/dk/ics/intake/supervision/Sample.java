package dk.ics.intake.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is drawn: all risk cases, and of the others of each stratum (the controls of one caseworker in one municipality) as
 * many as the decision says. The order is that of SHA-256 over {@code seed/case/number of the control} in UTF-8, written
 * in lower hexadecimal digits: whoever has the seed draws the same sample again, with {@code sha256sum} if need be (ADR
 * 59).
 *
 * @param strata by municipality and caseworker
 * @param items in the order of their hash
 */
record Sample(List<Stratum> strata, List<Candidate> items) {

    /**
     * @param controls how many controls there are
     * @param risks how many of them are risk cases, which all are in the sample
     * @param size how many of the others are
     */
    record Stratum(String municipality, String controlledBy, int controls, int risks, int size) {}

    /** How many controls of a stratum are to be drawn, by how many there are. */
    interface Sizes {
        int of(int controls);
    }

    private record Key(String municipality, String controlledBy) {}

    static Sample draw(List<Candidate> candidates, String seed, Sizes sizes) {
        Comparator<Candidate> order = Comparator.comparing(candidate -> hash(seed, candidate));
        Map<Key, List<Candidate>> byStratum = candidates.stream()
                .collect(Collectors.groupingBy(
                        candidate -> new Key(candidate.municipality(), candidate.controlledBy()),
                        () -> new TreeMap<>(
                                Comparator.comparing(Key::municipality).thenComparing(Key::controlledBy)),
                        Collectors.toList()));
        List<Stratum> strata = new ArrayList<>();
        List<Candidate> items = new ArrayList<>();
        byStratum.forEach((key, controls) -> {
            List<Candidate> risks = controls.stream().filter(Candidate::isRisk).toList();
            List<Candidate> drawn = controls.stream()
                    .filter(candidate -> !candidate.isRisk())
                    .sorted(order)
                    .limit(sizes.of(controls.size()))
                    .toList();
            strata.add(
                    new Stratum(key.municipality(), key.controlledBy(), controls.size(), risks.size(), drawn.size()));
            items.addAll(risks);
            items.addAll(drawn);
        });
        return new Sample(List.copyOf(strata), items.stream().sorted(order).toList());
    }

    static String hash(String seed, Candidate candidate) {
        String text = String.join("/", seed, candidate.caseReference(), Integer.toString(candidate.controlNo()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
