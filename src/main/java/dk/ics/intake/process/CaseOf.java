package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseReference;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads what a delegate needs from the routing variables. */
final class CaseOf {

    private CaseOf() {}

    static CaseReference reference(VariableScope scope) {
        return new CaseReference(text(scope, RoutingVariable.CASE_REFERENCE));
    }

    /** The codes of a comma list; none if the variable is empty or not set. */
    static List<String> codes(VariableScope scope, RoutingVariable variable) {
        String list = text(scope, variable);
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }

    static String text(VariableScope scope, RoutingVariable variable) {
        return scope.getVariable(variable.key()) instanceof String text ? text : "";
    }
}
