@NullMarked
package dk.ics.intake.authority;

import org.jspecify.annotations.NullMarked;
