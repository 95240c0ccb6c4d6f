/** What a supervisor looks through: every control and how it stands, and how the identity controls go at the moment. */
@NullMarked
package dk.ics.intake.oversight;

import org.jspecify.annotations.NullMarked;
