@NullMarked
package dk.ics.intake.complaint;

import org.jspecify.annotations.NullMarked;
