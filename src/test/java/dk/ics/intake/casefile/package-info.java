@NullMarked
package dk.ics.intake.casefile;

import org.jspecify.annotations.NullMarked;
