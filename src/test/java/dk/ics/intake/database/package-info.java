@NullMarked
package dk.ics.intake.database;

import org.jspecify.annotations.NullMarked;
