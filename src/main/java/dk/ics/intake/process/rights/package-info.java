/**
 * Who may do what in the engine: roles and their grants, the accounts behind a request, and the one filter that
 * decides on every call of both REST roots.
 */
@NamedInterface("rights")
@NullMarked
package dk.ics.intake.process.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
