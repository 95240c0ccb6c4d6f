package dk.ics.intake.process.form;

import java.util.List;

/** The authenticated user of a call, and the groups that user is in. */
record Caller(String userId, List<String> groups) {}
