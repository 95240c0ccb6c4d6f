/** The database: its two roles, the engine's schema, and the embedded PostgreSQL of the demo. */
@NullMarked
package dk.ics.intake.database;

import org.jspecify.annotations.NullMarked;
