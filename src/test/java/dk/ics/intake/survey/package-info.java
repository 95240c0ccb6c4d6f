@NullMarked
package dk.ics.intake.survey;

import org.jspecify.annotations.NullMarked;
