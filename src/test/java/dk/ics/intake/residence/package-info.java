@NullMarked
package dk.ics.intake.residence;

import org.jspecify.annotations.NullMarked;
