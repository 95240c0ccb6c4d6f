@NullMarked
package dk.ics.intake.registration;

import org.jspecify.annotations.NullMarked;
