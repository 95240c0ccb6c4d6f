package dk.ics.intake.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The deployed versions of the decision {@code minimumRequirements}. */
public interface RequirementTables {

    /**
     * What a version decides on. What is not known is null.
     *
     * @param documentType code of the identity document
     * @param issuingGroup whose document it is: {@code danish}, {@code nordic}, {@code eu}, {@code thirdCountry} or
     *     {@code organisation}
     * @param citizenGroup which rules of residence the citizen falls under
     * @param ageBand {@code under13}, {@code 13to14}, {@code 15to17} or {@code 18plus}
     * @param presentation {@code original}, or {@code photo} by exception (§ 1 stk. 6)
     */
    record Facts(
            @Nullable String documentType,
            @Nullable String issuingGroup,
            @Nullable String citizenGroup,
            @Nullable String ageBand,
            @Nullable String presentation) {}

    /** A deployed version and since when it is there. */
    record Version(int version, Instant deployedAt) {}

    /** Newest first. */
    List<Version> versions();

    /** Every requirement that the version may ask for; empty if there is no such version. */
    Set<String> codes(int version);

    /**
     * The requirements of a control, in the order of the table.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    List<String> asked(int version, Facts facts);
}
