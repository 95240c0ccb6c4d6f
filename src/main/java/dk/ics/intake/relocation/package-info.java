/** A citizen moves to another municipality while the case is under way: the case goes on there where it stood. */
@NullMarked
package dk.ics.intake.relocation;

import org.jspecify.annotations.NullMarked;
