/** What citizens ask by phone, by mail and at the door, and what became of it. It knows no person. */
@NullMarked
package dk.ics.intake.enquiry;

import org.jspecify.annotations.NullMarked;
