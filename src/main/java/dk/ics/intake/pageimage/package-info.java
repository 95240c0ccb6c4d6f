/**
 * Pages of documents as images to look at. Files from outside are read by a process of their own, which has neither the
 * application's memory nor its secrets (docs/adr/0057).
 */
@NullMarked
package dk.ics.intake.pageimage;

import org.jspecify.annotations.NullMarked;
