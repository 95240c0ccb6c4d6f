package dk.ics.intake.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The answers of a month.
 *
 * @param month its first day
 * @param ease mean of the answers, one decimal
 * @param satisfaction mean of the answers, one decimal
 * @param comments in no order that tells when they came
 */
public record SurveyMonth(
        LocalDate month, long answers, BigDecimal ease, BigDecimal satisfaction, List<String> comments) {}
