/**
 * The evidence ledger: every act the rules ask to be documented (folkeregistreringsbekendtgørelsen § 1, stk. 7, nr. 4), in
 * a chain nobody can change unnoticed. It knows no engine, no case file and no form: whoever acts tells {@link
 * dk.ics.intake.evidence.Evidence}.
 */
@NullMarked
package dk.ics.intake.evidence;

import org.jspecify.annotations.NullMarked;
