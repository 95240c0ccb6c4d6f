/** Tasklist as the caseworker sees it: its texts, its files, and a browser that works with it. */
@NullMarked
package dk.ics.intake.tasklist;

import org.jspecify.annotations.NullMarked;
