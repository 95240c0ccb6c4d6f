@NullMarked
package dk.ics.intake.web;

import org.jspecify.annotations.NullMarked;
