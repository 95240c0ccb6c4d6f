/** What tests share: {@link dk.ics.intake.IntakeTest} and the database behind it. */
@NullMarked
package dk.ics.intake;

import org.jspecify.annotations.NullMarked;
