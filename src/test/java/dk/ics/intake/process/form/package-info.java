@NullMarked
package dk.ics.intake.process.form;

import org.jspecify.annotations.NullMarked;
