/** The application as it is delivered: the executable jar and the container files. */
@NullMarked
package dk.ics.intake.packaging;

import org.jspecify.annotations.NullMarked;
