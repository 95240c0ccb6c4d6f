package dk.ics.intake.complaint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.complaints}: what differs between decisions and changes with the division of the ministries.
 *
 * @param periodWeeks how long after the decision a complaint is in time (CPR-loven § 56, stk. 1: four weeks)
 * @param commentsWeeks how long the citizen has to comment on the statement (cpr.dk: four weeks)
 * @param reconsiderWorkingDays until the decision shall be reconsidered
 * @param answerWorkingDays until a caseworker asks the authority for its answer
 * @param sentTo name of the authority for each decision; without one the caseworker writes it
 */
@ConfigurationProperties("ics.complaints")
public record ComplaintProperties(
        @DefaultValue("4") int periodWeeks,
        @DefaultValue("4") int commentsWeeks,
        @DefaultValue("10") int reconsiderWorkingDays,
        @DefaultValue("60") int answerWorkingDays,
        Map<String, String> sentTo) {

    public ComplaintProperties(
            @DefaultValue("4") int periodWeeks,
            @DefaultValue("4") int commentsWeeks,
            @DefaultValue("10") int reconsiderWorkingDays,
            @DefaultValue("60") int answerWorkingDays,
            @Nullable Map<String, String> sentTo) {
        if (periodWeeks < 1 || commentsWeeks < 1 || reconsiderWorkingDays < 1 || answerWorkingDays < 1) {
            throw new IllegalArgumentException("ics.complaints: each period at least 1");
        }
        this.periodWeeks = periodWeeks;
        this.commentsWeeks = commentsWeeks;
        this.reconsiderWorkingDays = reconsiderWorkingDays;
        this.answerWorkingDays = answerWorkingDays;
        this.sentTo = sentTo == null ? Map.of() : byCode(sentTo);
    }

    /** Environment variables know no capitals in the name of a decision. */
    private static Map<String, String> byCode(Map<String, String> named) {
        Map<String, String> byCode = new TreeMap<>();
        named.forEach(
                (name, authority) -> byCode.put(ComplainedDecision.named(name).code(), authority));
        return Map.copyOf(byCode);
    }

    Optional<String> authority(ComplainedDecision decision) {
        return Optional.ofNullable(sentTo.get(decision.code()));
    }
}
