package dk.ics.intake.oversight;

import dk.ics.intake.survey.SurveyMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it goes for those who come.
 *
 * @param enquiries of this month, by phone, by mail and at the door, over all municipalities: nobody asks who calls where
 *     he lives
 * @param waits of this month, in the reader's municipalities
 * @param opinions the months that have enough answers, the newest first; over all municipalities
 */
public record CitizenFigures(Enquiries enquiries, Waits waits, List<SurveyMonth> opinions) {

    public record Enquiries(long all, long answered, long becameCases, long referred, List<Topic> topics) {}

    /** @param topic code of the form {@code enquiryRegistered} */
    public record Topic(String topic, long enquiries) {}

    /**
     * From arrival to call-up, in minutes.
     *
     * @param median null if nobody was called up
     * @param ninth what nine of ten did not wait longer than; null if nobody was called up
     */
    public record Waits(
            long calledUp, @Nullable Long median, @Nullable Long ninth) {}
}
