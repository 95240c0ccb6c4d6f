@NullMarked
package dk.ics.intake.simulator;

import org.jspecify.annotations.NullMarked;
