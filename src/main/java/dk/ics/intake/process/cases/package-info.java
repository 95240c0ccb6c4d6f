/** The whole case on one page, also when no task of it is open: found by a search, or beside a task. */
@NullMarked
package dk.ics.intake.process.cases;

import org.jspecify.annotations.NullMarked;
