/** Time as the municipality counts it: the clock, the Danish calendar, and the demo's shifted clock. */
@NullMarked
package dk.ics.intake.time;

import org.jspecify.annotations.NullMarked;
