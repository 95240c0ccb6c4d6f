/**
 * Copies the played cases of a demonstration until there are as many as one wants to measure with, and says of a database
 * that this was done. It knows tables, not what is in them.
 */
@NullMarked
package dk.ics.intake.multiply;

import org.jspecify.annotations.NullMarked;
