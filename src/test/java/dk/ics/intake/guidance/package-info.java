@NullMarked
package dk.ics.intake.guidance;

import org.jspecify.annotations.NullMarked;
