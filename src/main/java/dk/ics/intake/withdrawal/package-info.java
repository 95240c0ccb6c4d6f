/** A citizen withdraws the application: until the number is issued all of it, afterwards what is left. */
@NullMarked
package dk.ics.intake.withdrawal;

import org.jspecify.annotations.NullMarked;
