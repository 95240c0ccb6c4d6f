package dk.ics.intake.mitid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules for MitID that have changed before and will again.
 *
 * @param minimumAge years from which a person can have MitID
 * @param guardianAge years from which no parent or guardian has to agree
 * @param witnessDays days a witness must have had MitID for; more than this number
 * @param witnessTimes times a person may be a witness within {@code witnessPeriod} days
 * @param questionsAfterDays days after registration from which CPR knows enough for questions
 */
@ConfigurationProperties("ics.mitid")
record MitIdProperties(
        @DefaultValue("13") int minimumAge,
        @DefaultValue("15") int guardianAge,
        @DefaultValue("30") int witnessDays,
        @DefaultValue("3") int witnessTimes,
        @DefaultValue("120") int witnessPeriod,
        @DefaultValue("1") int questionsAfterDays) {}
