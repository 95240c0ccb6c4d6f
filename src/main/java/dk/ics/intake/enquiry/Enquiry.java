package dk.ics.intake.enquiry;

import dk.ics.intake.casefile.CaseReference;
import org.jspecify.annotations.Nullable;

/**
 * Something that a citizen asked, in codes of the form {@code enquiryRegistered}.
 *
 * @param channel how the citizen came: {@code phone}, {@code mail}, {@code walkIn}
 * @param topic what it was about, a service or e.g. {@code caseStatus}
 * @param outcome {@code answered}, {@code becomesCase} or {@code referred}
 * @param referredTo to whom the citizen was sent on, with the outcome {@code referred} only
 * @param reference the case it became, with the outcome {@code becomesCase} only
 */
public record Enquiry(
        String channel,
        String topic,
        String outcome,
        @Nullable String referredTo,
        @Nullable CaseReference reference) {}
