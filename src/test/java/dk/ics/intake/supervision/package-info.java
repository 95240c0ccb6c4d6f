@NullMarked
package dk.ics.intake.supervision;

import org.jspecify.annotations.NullMarked;
