/**
 * Citizens apply from home: what they are asked, the draft they go on with by a secret link, and where their cases stand.
 *
 * <p>What is asked follows from the decision tables that decide the case (docs/adr/0131-the-tables-choose-the-questions.md).
 */
@NullMarked
package dk.ics.intake.selfservice;

import org.jspecify.annotations.NullMarked;
