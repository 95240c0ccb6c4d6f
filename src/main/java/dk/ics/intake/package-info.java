/** The application and, one package each, the municipal capabilities it consists of. */
@NullMarked
package dk.ics.intake;

import org.jspecify.annotations.NullMarked;
