package dk.ics.intake.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What verification found.
 *
 * @param chain the case, or {@link Evidence#SYSTEM}, if it concerns one
 * @param sequence the entry, if it concerns one
 * @param place table and key, name of the value, or number of the checkpoint
 * @param text the whole in Danish
 */
public record Finding(
        FindingType type,
        @Nullable String chain,
        @Nullable Integer sequence,
        @Nullable String place,
        String text) {

    static Finding of(FindingType type, @Nullable String chain, @Nullable Integer sequence, @Nullable String place) {
        StringBuilder text = new StringBuilder();
        if (chain != null) {
            text.append(chain.equals(Evidence.SYSTEM) ? "Systemet" : "Sag " + chain);
        }
        if (sequence != null) {
            text.append(text.isEmpty() ? "Post " : ", post ").append(sequence);
        }
        if (place != null) {
            text.append(text.isEmpty() ? "" : ", ").append(place);
        }
        text.append(": ").append(type.danishText());
        return new Finding(type, chain, sequence, place, text.toString());
    }

    static Finding ofCheckpoint(FindingType type, long number) {
        return of(type, null, null, "kontrolpunkt " + number);
    }
}
