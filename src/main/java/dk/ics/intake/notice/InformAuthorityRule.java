package dk.ics.intake.notice;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldNames;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.ShownAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Underret myndighed«: one authority at a time, in its own system, by phone or by secure mail. */
@Component
class InformAuthorityRule implements FormRule {

    /** Somebody else has told them all while the form was open. */
    private static final List<Map<String, Object>> NOBODY_LEFT =
            List.of(Choices.option("none", "Alle er allerede underrettet"));

    private final Notices notices;
    private final Citizen citizen;
    private final CaseFile caseFile;
    private final ShownAddress address;

    InformAuthorityRule(Notices notices, Citizen citizen, CaseFile caseFile, ShownAddress address) {
        this.notices = notices;
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.address = address;
    }

    @Override
    public String formId() {
        return "informAuthority";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        List<Notice> left = notices.left(reference);
        Facts facts = citizen.facts(reference)
                .add(
                        "Personnummer",
                        caseFile.read(reference, List.of("cprNumber")).get("cprNumber"));
        Set<String> keys =
                left.stream().flatMap(notice -> notice.keys().stream()).collect(Collectors.toSet());
        Map<String, Object> told = caseFile.read(reference, keys);
        Set<String> hidden = address.hidden(reference, keys);
        left.forEach(notice -> describe(notice, told, hidden, facts));
        List<Map<String, Object>> options =
                left.stream().map(InformAuthorityRule::option).toList();
        return Map.of("facts", facts.rows(), "noticesToTell", options.isEmpty() ? NOBODY_LEFT : options);
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        String chosen = String.valueOf(submission.values().get("noticeTold"));
        String way = String.valueOf(submission.values().get("noticeWay"));
        List<Notice> left = notices.left(submission.reference());
        left.stream()
                .filter(notice -> notice.code().equals(chosen))
                .forEach(notice -> notices.toldByPerson(notice, way, submission.userId()));
        return Map.of(
                "noticesLeft", left.stream().anyMatch(notice -> !notice.code().equals(chosen)));
    }

    private static void describe(Notice notice, Map<String, Object> told, Set<String> hidden, Facts facts) {
        facts.add(notice.authority().danishName(), notice.kind().danishText());
        for (String key : notice.keys()) {
            Object value = told.get(key);
            if (value != null) {
                facts.add(
                        "– " + FieldNames.of(key),
                        hidden.contains(key) ? ShownAddress.MASK : FieldNames.value(key, value));
            }
        }
        facts.add("– myndighedens svar", inWords(notice.refusal()));
    }

    private static @Nullable String inWords(@Nullable String refusal) {
        if (refusal == null) {
            return null;
        }
        return refusal.equals("ALREADY_DECIDED") ? "Afvist: sagen er allerede afgjort" : "Afvist med kode " + refusal;
    }

    private static Map<String, Object> option(Notice notice) {
        return Choices.option(
                notice.code(),
                notice.authority().danishName() + ": " + notice.kind().danishText());
    }
}
