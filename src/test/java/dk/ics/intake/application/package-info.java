@NullMarked
package dk.ics.intake.application;

import org.jspecify.annotations.NullMarked;
