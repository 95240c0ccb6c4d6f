@NullMarked
package dk.ics.intake.time;

import org.jspecify.annotations.NullMarked;
