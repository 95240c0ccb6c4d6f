package dk.ics.intake.training;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.training}.
 *
 * @param warningDays how many days before a training ends its holder is told
 */
@ConfigurationProperties("ics.training")
record TrainingProperties(@DefaultValue("30") int warningDays) {}
