@NullMarked
package dk.ics.intake.report;

import org.jspecify.annotations.NullMarked;
