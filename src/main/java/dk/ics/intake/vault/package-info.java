/** What people sent us lies encrypted in the database, under keys that are not in it (docs/adr/0134-contents-are-sealed.md). */
@NullMarked
package dk.ics.intake.vault;

import org.jspecify.annotations.NullMarked;
