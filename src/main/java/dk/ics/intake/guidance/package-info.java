/** Guides citizens about rights on the labour market and about looking for work. */
@NullMarked
package dk.ics.intake.guidance;

import org.jspecify.annotations.NullMarked;
