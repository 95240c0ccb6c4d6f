package dk.ics.intake.selfservice;

import java.util.List;
import java.util.Set;

/**
 * A question as it is put to one person: a page of its own.
 *
 * @param fields keys of the fields on the page, in their order
 * @param required those of them that have to be answered
 * @param categories what the person may move as, on the page that asks for it
 */
public record Asked(String id, List<String> fields, Set<String> required, List<String> categories) {}
