/** Proves that no value of a person stands outside the case file. */
@NullMarked
package dk.ics.intake.privacy;

import org.jspecify.annotations.NullMarked;
