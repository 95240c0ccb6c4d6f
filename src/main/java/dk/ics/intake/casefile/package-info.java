/**
 * The case file: the one place where data about people lives.
 *
 * <p>The engine's process variables carry codes for routing only; names, numbers, addresses, documents, free text and
 * drafts are here, in the schema {@code ics}. Capabilities declare their own fields with {@link FieldSet} and their
 * own rules for a form with {@link FormRule}.
 */
@NullMarked
package dk.ics.intake.casefile;

import org.jspecify.annotations.NullMarked;
