package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a dynamic list: rows of the list's columns; a row in which nothing was entered is left out. */
final class RowsEntry {

    private static final int MOST_ROWS = 50;

    private RowsEntry() {}

    static Reading read(FormField list, JsonNode entry, Map<String, Object> data) {
        if (!entry.isArray()) {
            return Reading.refused("Listen kan ikke læses.");
        }
        if (entry.size() > MOST_ROWS) {
            return Reading.refused("Listen må højst have %d rækker.".formatted(MOST_ROWS));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int number = 1; number <= entry.size(); number++) {
            Map<String, Object> row = new LinkedHashMap<>();
            String problem = row(list, entry.get(number - 1), data, row);
            if (!problem.isEmpty()) {
                return Reading.refused("Række %d – %s".formatted(number, problem));
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows.isEmpty() ? Reading.EMPTY : Reading.of(rows);
    }

    private static String row(FormField list, JsonNode entry, Map<String, Object> data, Map<String, Object> row) {
        Set<String> known = list.columns().stream().map(FormField::key).collect(Collectors.toSet());
        if (!entry.isObject() || !names(entry).stream().allMatch(known::contains)) {
            return "feltet findes ikke i formularen.";
        }
        List<String> problems = new ArrayList<>();
        boolean isBlank = list.columns().stream().allMatch(column -> EntryReader.isBlank(entry.path(column.key())));
        for (FormField column : isBlank ? List.<FormField>of() : list.columns()) {
            Reading reading = EntryReader.read(column, entry.path(column.key()), data);
            if (reading.isRefused()) {
                problems.add(column.label() + ": " + reading.reason());
            } else if (reading.value() != null) {
                row.put(column.key(), WireFormat.plain(reading.entered()));
            }
        }
        return String.join(" ", problems);
    }

    private static List<String> names(JsonNode row) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
