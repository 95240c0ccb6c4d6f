/**
 * Applications as citizens send them: checked as a whole, received once.
 *
 * <p>The same application sent twice, even at the same moment, opens its cases once.
 */
@NullMarked
package dk.ics.intake.application;

import org.jspecify.annotations.NullMarked;
