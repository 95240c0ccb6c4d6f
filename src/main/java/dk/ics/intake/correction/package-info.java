/** Corrects what is registered about a citizen, also after the case is closed: who changed what, why, and who approved. */
@NullMarked
package dk.ics.intake.correction;

import org.jspecify.annotations.NullMarked;
