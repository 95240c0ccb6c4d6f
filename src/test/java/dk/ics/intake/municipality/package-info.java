@NullMarked
package dk.ics.intake.municipality;

import org.jspecify.annotations.NullMarked;
