/** The one security chain in front of everything the application answers. */
@NullMarked
package dk.ics.intake.web.security;

import org.jspecify.annotations.NullMarked;
