@NullMarked
package dk.ics.intake.benefit;

import org.jspecify.annotations.NullMarked;
