/** Finds a doctor and orders the health card (sundhedsloven §§ 12, 58, 59). */
@NullMarked
package dk.ics.intake.healthcard;

import org.jspecify.annotations.NullMarked;
