@NullMarked
package dk.ics.intake.process.cases;

import org.jspecify.annotations.NullMarked;
