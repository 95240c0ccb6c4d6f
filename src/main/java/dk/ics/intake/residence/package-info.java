/** Keeps SIRI's decision on the EU residence document, which registration depends on. */
@NullMarked
package dk.ics.intake.residence;

import org.jspecify.annotations.NullMarked;
