/** Which courses a task takes and who has passed them (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 2). */
@NullMarked
package dk.ics.intake.training;

import org.jspecify.annotations.NullMarked;
