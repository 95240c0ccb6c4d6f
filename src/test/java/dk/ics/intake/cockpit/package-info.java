@NullMarked
package dk.ics.intake.cockpit;

import org.jspecify.annotations.NullMarked;
