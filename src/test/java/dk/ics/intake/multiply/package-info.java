@NullMarked
package dk.ics.intake.multiply;

import org.jspecify.annotations.NullMarked;
