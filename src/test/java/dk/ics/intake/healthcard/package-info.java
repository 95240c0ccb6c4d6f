@NullMarked
package dk.ics.intake.healthcard;

import org.jspecify.annotations.NullMarked;
