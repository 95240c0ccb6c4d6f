/** On what terms a move to Denmark is registered: right and duty, residence basis, effective date and deadlines (CPR-loven §§ 16–22). */
@NullMarked
package dk.ics.intake.terms;

import org.jspecify.annotations.NullMarked;
