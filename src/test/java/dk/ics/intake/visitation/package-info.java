@NullMarked
package dk.ics.intake.visitation;

import org.jspecify.annotations.NullMarked;
