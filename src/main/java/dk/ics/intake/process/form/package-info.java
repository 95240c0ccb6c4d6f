/**
 * The form gateway: what a caseworker's form shows and takes goes between the browser and the case file, past the
 * engine, which hears the outcome only (docs/adr/0024).
 */
@NullMarked
package dk.ics.intake.process.form;

import org.jspecify.annotations.NullMarked;
