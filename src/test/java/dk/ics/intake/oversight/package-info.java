@NullMarked
package dk.ics.intake.oversight;

import org.jspecify.annotations.NullMarked;
