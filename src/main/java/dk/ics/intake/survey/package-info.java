/** What citizens thought of it when their cases were closed. It knows no person and no case. */
@NullMarked
package dk.ics.intake.survey;

import org.jspecify.annotations.NullMarked;
