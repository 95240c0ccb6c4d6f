@NullMarked
package dk.ics.intake.mitid;

import org.jspecify.annotations.NullMarked;
