@NullMarked
package dk.ics.intake.terms;

import org.jspecify.annotations.NullMarked;
