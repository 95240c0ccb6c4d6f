/** A citizen complains about a decision: it is reconsidered, and changed or sent on with the case's documents. */
@NullMarked
package dk.ics.intake.complaint;

import org.jspecify.annotations.NullMarked;
