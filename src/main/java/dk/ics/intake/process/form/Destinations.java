package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.RoutingVariable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows the destination of each field. */
@Component
class Destinations {

    private final CaseFile caseFile;

    Destinations(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    Destination of(String key) {
        return new Destination(
                caseFile.knows(key) ? caseFile.field(key) : null,
                RoutingVariable.find(key).orElse(null));
    }

    /** Keys of the form's fields that stand in the case file. */
    List<String> caseKeys(FormSchema schema) {
        return schema.fields().stream()
                .map(FormField::key)
                .filter(caseFile::knows)
                .toList();
    }
}
