package dk.ics.intake.supervision;

import java.util.Set;

/** The fields of the supervision's forms. None stands in the case file: what is supervised is not changed by it. */
public final class SupervisionAnswers {

    static final String SUPERVISION = "supervision";
    static final String ITEM = "supervisionItem";
    static final String FINDING = "finding";
    static final String FINDING_TEXT = "findingText";
    static final String FOLLOW_UP = "followUp";
    static final String COURSE = "trainingCourse";
    static final String DUE = "followUpDue";
    static final String POSSIBLE = "recontrolPossible";
    static final String IMPOSSIBLE_REASON = "recontrolImpossibleReason";
    static final String RECONTROL_END = "recontrolEnd";
    static final String TRAINING_END = "trainingEnd";
    static final String CLOSING_TEXT = "closingText";

    private SupervisionAnswers() {}

    /** The keys of the fields that stand with the supervision. */
    public static Set<String> keys() {
        return Set.of(
                FINDING_TEXT, COURSE, DUE, POSSIBLE, IMPOSSIBLE_REASON, RECONTROL_END, TRAINING_END, CLOSING_TEXT);
    }
}
