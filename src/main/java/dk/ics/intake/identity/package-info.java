/** Controls a person's identity by folkeregistreringsbekendtgørelsen § 1 stk. 5-7: control, second look, hearing, decision. */
@NullMarked
package dk.ics.intake.identity;

import org.jspecify.annotations.NullMarked;
