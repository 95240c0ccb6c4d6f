@NullMarked
package dk.ics.intake.upload;

import org.jspecify.annotations.NullMarked;
