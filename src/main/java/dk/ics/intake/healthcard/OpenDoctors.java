package dk.ics.intake.healthcard;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.AuthorityAnswer;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.Patience;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doctors near the citizen's address who take patients in (sundhedsloven § 59). */
@Service
public class OpenDoctors {

    /** Whether there is a doctor to choose. */
    public enum Search {
        FOUND,
        NONE,
        /** A caseworker looks them up. */
        BY_HAND
    }

    private static final String STEP = "findOpenDoctors";
    private static final String DISTANCE = "distance";

    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Patience patience;
    private final HealthCardProperties properties;

    OpenDoctors(CaseFile caseFile, Authorities authorities, Patience patience, HealthCardProperties properties) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.patience = patience;
        this.properties = properties;
    }

    /**
     * Fetches those that are open and near enough, nearest first. One whose distance the list does not tell counts as
     * near.
     *
     * @param byHandPossible whether a caseworker can look instead; otherwise silence is an exception however long
     */
    @Transactional
    public Search find(CaseReference reference, boolean byHandPossible) {
        return byHandPossible
                ? patience.orByHand(reference, Authority.HEALTH_INSURANCE, STEP, () -> find(reference))
                        .orElse(Search.BY_HAND)
                : find(reference);
    }

    private Search find(CaseReference reference) {
        String municipality = caseFile.get(reference).municipality().value();
        Map<String, Object> question = new LinkedHashMap<>(caseFile.read(reference, List.of("postalCode")));
        question.put("municipality", municipality);
        if (!(authorities.ask(reference, Authority.HEALTH_INSURANCE, "doctors", question)
                        instanceof AuthorityAnswer.Answered answer)
                || !answer.body().path("practices").isArray()) {
            throw AuthorityUnavailable.notUnderstood(Authority.HEALTH_INSURANCE);
        }
        double farthest = properties.distanceIn(municipality);
        List<Map<String, Object>> offered = StreamSupport.stream(
                        answer.body().path("practices").spliterator(), false)
                .filter(practice -> practice.path("open").asBoolean())
                .filter(practice -> practice.path(DISTANCE).asDouble() <= farthest)
                .sorted(Comparator.comparingDouble(
                        practice -> practice.path(DISTANCE).asDouble()))
                .map(OpenDoctors::row)
                .toList();
        caseFile.write(reference, Map.of("offeredDoctors", offered), Act.bySystem(STEP));
        return offered.isEmpty() ? Search.NONE : Search.FOUND;
    }

    private static Map<String, Object> row(JsonNode practice) {
        Map<String, Object> row = new HashMap<>();
        row.put("number", practice.path("code").asText());
        row.put("name", practice.path("name").asText());
        row.put("address", practice.path("address").asText());
        if (practice.path(DISTANCE).isNumber()) {
            row.put(DISTANCE, practice.path(DISTANCE).asDouble());
        }
        return row;
    }
}
