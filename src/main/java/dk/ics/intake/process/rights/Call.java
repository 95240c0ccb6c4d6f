package dk.ics.intake.process.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * A call the table knows, with what its conditions look at.
 *
 * @param account who calls
 * @param ids values of the path's variables by name
 * @param parameters names and values of the query
 * @param body the JSON sent, or a missing node
 */
record Call(Account account, Map<String, String> ids, Map<String, String[]> parameters, JsonNode body) {

    /** A variable of the matched path, which the table's pattern guarantees. */
    String id(String name) {
        String value = ids.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The path has no variable " + name);
        }
        return value;
    }

    Set<String> parameterNames() {
        return parameters.keySet();
    }
}
