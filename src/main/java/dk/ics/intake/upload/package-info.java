/**
 * The one door through which files of citizens come in: what they are, whether they can do harm, whether somebody will be
 * able to read them (docs/adr/0136-one-door-for-files.md).
 */
@NullMarked
package dk.ics.intake.upload;

import org.jspecify.annotations.NullMarked;
