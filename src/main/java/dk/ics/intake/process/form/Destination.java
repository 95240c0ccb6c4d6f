package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseField;
import dk.ics.intake.process.RoutingVariable;
import org.jspecify.annotations.Nullable;

/** Where a field's value goes: into the case file, to the process, both, or nowhere (then it is only shown). */
record Destination(@Nullable CaseField caseField, @Nullable RoutingVariable routing) {

    boolean isCaseFile() {
        return caseField != null;
    }

    /** Whether the process is told the value. The municipality is not: an instance keeps its tenant. */
    boolean isProcess() {
        return routing != null && routing != RoutingVariable.MUNICIPALITY;
    }

    boolean isNowhere() {
        return caseField == null && routing == null;
    }

    /** The type in which the value is kept. */
    CaseField.Type type() {
        if (caseField != null) {
            return caseField.type();
        }
        return routing != null && routing.kind() == RoutingVariable.Kind.YES_NO
                ? CaseField.Type.BOOLEAN
                : CaseField.Type.CODE;
    }
}
