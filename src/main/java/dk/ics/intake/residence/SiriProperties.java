package dk.ics.intake.residence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.siri}: what SIRI's desk in the house can and asks.
 *
 * @param capacityPerDay citizens SIRI receives a day
 * @param attendanceDays days within which a citizen attends after having applied online
 */
@ConfigurationProperties("ics.siri")
record SiriProperties(
        @DefaultValue("60") int capacityPerDay,
        @DefaultValue("14") int attendanceDays) {}
