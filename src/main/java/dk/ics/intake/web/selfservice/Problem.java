package dk.ics.intake.web.selfservice;

/**
 * A line of the list of what is wrong, on top of a page.
 *
 * @param target id of the input it leads to
 */
public record Problem(String target, String text) {}
