@NullMarked
package dk.ics.intake.identity;

import org.jspecify.annotations.NullMarked;
