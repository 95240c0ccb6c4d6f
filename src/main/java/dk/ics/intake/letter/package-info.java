/** Letters to citizens as plain mail, in Danish or English. */
@NullMarked
package dk.ics.intake.letter;

import org.jspecify.annotations.NullMarked;
