package dk.ics.intake.application;

import dk.ics.intake.municipality.MunicipalityCode;
import java.util.List;
import java.util.Map;

/**
 * One person of an application.
 *
 * @param municipality where the person will live
 * @param category code of the citizen's category, for example {@code euWorker}
 * @param values the person's fields of the case file that were filled in, by key
 */
public record SubmittedPerson(
        MunicipalityCode municipality, String category, Map<String, Object> values, List<SubmittedDocument> documents) {

    SubmittedPerson with(List<SubmittedDocument> others) {
        return new SubmittedPerson(municipality, category, values, List.copyOf(others));
    }

    /** Masked. */
    @Override
    public String toString() {
        return "SubmittedPerson[" + municipality + ", " + category + "]";
    }
}
