package dk.ics.intake.evidence;

/** An entry as it stands in the database. */
record StoredEntry(long id, String chain, int sequence, String payload, byte[] hash) {}
