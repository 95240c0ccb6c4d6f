/**
 * The authorities, simulated: real HTTP on their own port, with books of their own that record every arrival.
 *
 * <p>Only in profile {@code demo} and in tests. Knows nothing of the intake but the clock.
 */
@NullMarked
package dk.ics.intake.simulator;

import org.jspecify.annotations.NullMarked;
