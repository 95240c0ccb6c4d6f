/**
 * The written procedures of the identity control and their uniform minimum requirements, each in force from a day on
 * (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 1).
 */
@NullMarked
package dk.ics.intake.procedure;

import org.jspecify.annotations.NullMarked;
