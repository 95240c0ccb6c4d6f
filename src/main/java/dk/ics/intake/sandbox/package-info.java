/**
 * Reads files from outside in Java processes of their own, which have neither the application's memory nor its secrets
 * (docs/adr/0057).
 */
@NullMarked
package dk.ics.intake.sandbox;

import org.jspecify.annotations.NullMarked;
