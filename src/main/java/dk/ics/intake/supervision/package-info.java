/**
 * Supervision of the identity controls (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 3): a sample that can be drawn
 * again, a review by somebody who had no part in the control, and what a finding leads to.
 */
@NullMarked
package dk.ics.intake.supervision;

import org.jspecify.annotations.NullMarked;
