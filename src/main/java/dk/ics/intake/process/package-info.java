/** The processes: the only package that knows the engine. */
@NullMarked
package dk.ics.intake.process;

import org.jspecify.annotations.NullMarked;
