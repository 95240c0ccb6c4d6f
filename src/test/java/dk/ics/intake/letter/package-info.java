@NullMarked
package dk.ics.intake.letter;

import org.jspecify.annotations.NullMarked;
