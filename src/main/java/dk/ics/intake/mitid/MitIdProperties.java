package dk.ics.intake.mitid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules for MitID that have changed before and will again.
 *
 * @param minimumAge years from which a person can have MitID
 * @param witnessDays days a witness must have had MitID for; more than this number
 * @param witnessTimes times a person may be a witness within 120 days
 */
@ConfigurationProperties("ics.mitid")
record MitIdProperties(
        @DefaultValue("13") int minimumAge,
        @DefaultValue("30") int witnessDays,
        @DefaultValue("3") int witnessTimes) {}
