package dk.ics.intake.identity;

import org.jspecify.annotations.Nullable;

/**
 * One particular as the machine readable zone and the application have it, in Danish.
 *
 * @param field the case file's key
 * @param agrees whether they mean the same; what one of them leaves open agrees
 * @param note why they agree or do not, or null
 */
public record ZoneLine(
        String field,
        String label,
        String zone,
        String application,
        boolean agrees,
        @Nullable String note) {

    /** Masked: the values are a person's. */
    @Override
    public String toString() {
        return "ZoneLine[" + field + ", agrees=" + agrees + "]";
    }
}
