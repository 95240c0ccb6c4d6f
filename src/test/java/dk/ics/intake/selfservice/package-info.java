@NullMarked
package dk.ics.intake.selfservice;

import org.jspecify.annotations.NullMarked;
