/** Whole cases, worked from outside the way people and scripts do it. */
@NullMarked
package dk.ics.intake.journey;

import org.jspecify.annotations.NullMarked;
