/** Registers a person as resident in CPR: existing number first, then the decision, then the number. */
@NullMarked
package dk.ics.intake.registration;

import org.jspecify.annotations.NullMarked;
