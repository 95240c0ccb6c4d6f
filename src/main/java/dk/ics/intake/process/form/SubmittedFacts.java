package dk.ics.intake.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.casefile.CaseField;
import dk.ics.intake.evidence.Attestation;
import dk.ics.intake.evidence.Facts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the evidence of a completed task says of its form: each answer, the codes as they are, everything that tells of a
 * person or is free text by its salted hash; and what others attest.
 */
@Component
class SubmittedFacts {

    private static final String PERSON = "person";

    private final Destinations destinations;
    private final List<Attestation> attestations;
    private final ObjectMapper json;

    SubmittedFacts(Destinations destinations, List<Attestation> attestations, ObjectMapper json) {
        this.destinations = destinations;
        this.attestations = attestations;
        this.json = json;
    }

    /**
     * @param answers the form's fields as they now stand, without empty ones
     * @param cleared keys of the fields that were emptied
     */
    Facts of(
            Caller caller,
            WorkTask task,
            FormSchema schema,
            @Nullable String outcome,
            Map<String, Object> answers,
            Collection<String> cleared) {
        Facts facts = new Facts().code("form", schema.id()).code("outcome", outcome);
        if (!cleared.isEmpty()) {
            facts.code("cleared", List.copyOf(cleared));
        }
        answers.forEach((key, value) -> {
            if (isPlain(destinations.of(key), value)) {
                facts.field(key, value);
            } else {
                facts.personal(key, text(value));
            }
        });
        attestations.stream()
                .filter(attestation -> attestation.attests(schema.id()))
                .forEach(attestation ->
                        attestation.attest(schema.id(), task.reference().value(), caller.userId(), facts));
        return facts;
    }

    /** A person's particulars are never plain, nor is what the case file keeps as text, number or date. */
    private static boolean isPlain(Destination destination, Object value) {
        CaseField field = destination.caseField();
        if (field == null) {
            return destination.isProcess() || value instanceof Boolean;
        }
        boolean code = field.type() == CaseField.Type.CODE || field.type() == CaseField.Type.BOOLEAN;
        return code && !field.table().equals(PERSON);
    }

    private String text(Object value) {
        if (!(value instanceof Collection<?>)) {
            return value.toString();
        }
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Without the cause: it may quote the value.
            throw new IllegalStateException("An answer cannot be written as JSON");
        }
    }
}
