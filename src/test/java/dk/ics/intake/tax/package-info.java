@NullMarked
package dk.ics.intake.tax;

import org.jspecify.annotations.NullMarked;
