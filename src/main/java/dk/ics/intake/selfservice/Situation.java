package dk.ics.intake.selfservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.application.ApplicationField;
import dk.ics.intake.application.Problems;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.visitation.VisitationFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a person up to a question, and what the tables say of it. */
final class Situation {

    /** Whether the citizen comes along with somebody in every respect; no field of an application. */
    static final String TOGETHER = "together";

    static final String ZONE = "statedZone";

    private static final Map<String, ApplicationField> FIELDS = ApplicationField.OF_PERSON.stream()
            .collect(Collectors.toUnmodifiableMap(ApplicationField::key, Function.identity()));

    private static final String YES = "yes";

    private final Tables tables;
    private final LocalDate today;
    private final @Nullable Situation applicant;
    private final Map<String, Object> answers;
    private final Map<String, Object> known = new LinkedHashMap<>();
    private final ObjectNode application = Json.object();
    private final Map<List<String>, VisitationFacts.Place> places = new HashMap<>();
    private Tables.@Nullable Answer answer;

    /** @param applicant the first person of the application, whole; null if this is the first */
    Situation(Tables tables, LocalDate today, @Nullable Situation applicant, Map<String, Object> answers) {
        this.tables = tables;
        this.today = today;
        this.applicant = applicant;
        this.answers = answers;
    }

    boolean isFirst() {
        return applicant == null;
    }

    /** Whether this person moves in as the applicant does: then that is not asked again. */
    boolean movesAlong() {
        return applicant != null && YES.equals(answers.get(TOGETHER));
    }

    boolean applicantIsMarried() {
        return applicant != null && applicant.is("maritalStatus", "married", "registeredPartnership");
    }

    /** Takes over what was answered to a question; what was left empty is not there. */
    void take(List<String> fields) {
        for (String field : fields) {
            Object value = answers.get(field);
            if (value != null) {
                know(field, value);
            }
        }
    }

    /** What follows from something else and is not asked. */
    void derive(String field, Object value) {
        know(field, value);
    }

    /** What is as the applicant said it. */
    void copy(String... fields) {
        for (String field : fields) {
            if (applicant != null && applicant.application.has(field)) {
                know(field, Json.value(applicant.application.get(field)));
            }
        }
    }

    private void know(String field, Object value) {
        ApplicationField known = FIELDS.get(field);
        if (known == null) {
            return;
        }
        application.set(field, Json.node(value));
        Object typed = known.rule().read(application.get(field), field, today, new Problems());
        if (typed != null) {
            this.known.put(field, typed);
        }
        answer = null;
    }

    boolean is(String field, String... values) {
        return known.get(field) instanceof String code && List.of(values).contains(code);
    }

    @Nullable
    Object get(String field) {
        return known.get(field);
    }

    /** The age that the law goes by, as the tables band it. */
    boolean isUnder(int years) {
        return known.get("birthDate") instanceof LocalDate born
                && born.plusYears(years).isAfter(today);
    }

    /** Whether the person has a right to the service, given here or not. */
    boolean gets(String service) {
        return answer().entitled().contains(service);
    }

    /** Whether the person has to show the paper. */
    boolean needs(String paper) {
        return answer().papers().contains(paper);
    }

    /** Whether the tables would give another service or ask for another paper for another answer. */
    boolean matters(String field, Object... values) {
        return Stream.of(values)
                        .map(value -> {
                            Map<String, Object> other = new HashMap<>(known);
                            other.put(field, value);
                            return ask(other);
                        })
                        .map(told -> List.of(told.entitled(), told.papers()))
                        .distinct()
                        .count()
                > 1;
    }

    List<String> categories() {
        return known.get("citizenship") instanceof String country ? tables.categoriesOf(country) : List.of();
    }

    /** What the tables say now. */
    Tables.Answer answer() {
        Tables.Answer told = answer;
        if (told == null) {
            told = ask(known);
            answer = told;
        }
        return told;
    }

    String category() {
        return Objects.toString(known.get("category"), "");
    }

    Map<String, Object> known() {
        return known;
    }

    /** The person as an application holds it. */
    ObjectNode application() {
        return application;
    }

    private Tables.Answer ask(Map<String, Object> facts) {
        String municipality = Objects.toString(facts.get("municipality"), MunicipalityCode.UNKNOWN.value());
        VisitationFacts.Place place = places.computeIfAbsent(
                List.of(municipality, category()),
                unseen -> tables.place(new MunicipalityCode(municipality), category()));
        return tables.ask(place, category(), facts);
    }
}
