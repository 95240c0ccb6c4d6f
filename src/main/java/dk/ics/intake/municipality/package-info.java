/** The Danish municipalities, and which of them ICS East acts for (CPR-loven § 6 stk. 9, sundhedsloven § 12 stk. 6). */
@NullMarked
package dk.ics.intake.municipality;

import org.jspecify.annotations.NullMarked;
