@NullMarked
package dk.ics.intake.search;

import org.jspecify.annotations.NullMarked;
