@NullMarked
package dk.ics.intake.vault;

import org.jspecify.annotations.NullMarked;
