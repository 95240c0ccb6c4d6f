/**
 * The written documentation of the identity controls (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 4): the control
 * record of one case and the compliance report of a period, each as data and as accessible PDF.
 */
@NullMarked
package dk.ics.intake.report;

import org.jspecify.annotations.NullMarked;
