/** Who is served here: what municipalities have left to ICS by agreement, for whom, with which services, from when to when. */
@NullMarked
package dk.ics.intake.agreement;

import org.jspecify.annotations.NullMarked;
