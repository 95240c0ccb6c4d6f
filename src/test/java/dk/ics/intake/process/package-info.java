@NullMarked
package dk.ics.intake.process;

import org.jspecify.annotations.NullMarked;
