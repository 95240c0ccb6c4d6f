/** Proves a person's identity for MitID and has the MitID created. */
@NullMarked
package dk.ics.intake.mitid;

import org.jspecify.annotations.NullMarked;
