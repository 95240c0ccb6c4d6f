/** A citizen dies or leaves the country: what is left ends, whoever has something of the case hears of it. */
@NullMarked
package dk.ics.intake.departure;

import org.jspecify.annotations.NullMarked;
