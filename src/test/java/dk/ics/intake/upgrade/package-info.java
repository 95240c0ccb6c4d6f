/** Databases of earlier versions with a case in every wait state, and that this version goes on with them. */
@NullMarked
package dk.ics.intake.upgrade;

import org.jspecify.annotations.NullMarked;
