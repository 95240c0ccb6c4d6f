@NullMarked
package dk.ics.intake.pageimage;

import org.jspecify.annotations.NullMarked;
