@org.jspecify.annotations.NullMarked
package dk.ics.intake.evidence;
