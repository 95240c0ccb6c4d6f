@NullMarked
package dk.ics.intake.citizen;

import org.jspecify.annotations.NullMarked;
