/** Takes in an enquiry or application: who the person is, whether ICS serves them, which papers are missing, when they come. */
@NullMarked
package dk.ics.intake.visitation;

import org.jspecify.annotations.NullMarked;
