/**
 * Tells the authorities that have something of a case what has become of it since: recalled, corrected, or that the
 * citizen is gone.
 */
@NullMarked
package dk.ics.intake.notice;

import org.jspecify.annotations.NullMarked;
