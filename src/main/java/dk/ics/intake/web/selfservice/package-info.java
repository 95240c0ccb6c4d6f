/** The pages of citizens: drawn on the server, without script, without session and without cookie. */
@NullMarked
package dk.ics.intake.web.selfservice;

import org.jspecify.annotations.NullMarked;
