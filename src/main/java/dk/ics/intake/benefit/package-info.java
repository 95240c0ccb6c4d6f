/** Registers unemployment benefit that a jobseeker brings from another country (PD U2). */
@NullMarked
package dk.ics.intake.benefit;

import org.jspecify.annotations.NullMarked;
