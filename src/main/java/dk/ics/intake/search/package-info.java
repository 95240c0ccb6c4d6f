/** Finding a case by what a caller can say of it, and the log of who looked for and opened which case. */
@NullMarked
package dk.ics.intake.search;

import org.jspecify.annotations.NullMarked;
