@NullMarked
package dk.ics.intake.web.selfservice;

import org.jspecify.annotations.NullMarked;
