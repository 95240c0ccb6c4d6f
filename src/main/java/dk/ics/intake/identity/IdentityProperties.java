package dk.ics.intake.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this municipality carries out the identity control (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 1).
 *
 * @param hearingDays days the citizen has to answer a hearing (forvaltningsloven § 19)
 */
@ConfigurationProperties("ics.identity")
record IdentityProperties(@DefaultValue("14") int hearingDays) {}
