/** Checks the application for a tax card (form 04.063) and forwards it to Skattestyrelsen. */
@NullMarked
package dk.ics.intake.tax;

import org.jspecify.annotations.NullMarked;
