@NullMarked
package dk.ics.intake.web.security;

import org.jspecify.annotations.NullMarked;
