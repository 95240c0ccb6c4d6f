package dk.ics.intake.survey;

import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param ease how easy it was to get done what one came for, from 1 (very difficult) to 5 (very easy)
 * @param satisfaction how content one is on the whole, from 1 (very dissatisfied) to 5 (very satisfied)
 * @param comment in the citizen's words; null for none
 */
public record SurveyAnswer(
        int ease, int satisfaction, @Nullable String comment) {

    public static final int WORST = 1;
    public static final int BEST = 5;

    /** The longest comment, in characters. */
    public static final int LONGEST = 1000;

    /** @throws IllegalArgumentException if it is none of the answers there are */
    public SurveyAnswer {
        if (ease < WORST || ease > BEST || satisfaction < WORST || satisfaction > BEST) {
            throw new IllegalArgumentException("An answer is a number from 1 to 5");
        }
        if (comment != null && comment.length() > LONGEST) {
            throw new IllegalArgumentException("The comment is too long");
        }
    }

    /** Masked: people write what they like. */
    @Override
    public String toString() {
        return "SurveyAnswer[" + ease + ", " + satisfaction + "]";
    }
}
