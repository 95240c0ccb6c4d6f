package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.municipality.Municipalities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class DeadlinesAndDraftsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    CaseFile caseFile;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Drafts drafts;

    @Test
    void a_deadline_is_missed_the_day_after_its_last_day_unless_met() {
        CaseReference reference = open();
        deadlines.set(reference, "documents", MONDAY);
        deadlines.set(reference, "siri", MONDAY.plusDays(1));

        assertThat(missed(reference, MONDAY)).isEmpty();
        assertThat(missed(reference, MONDAY.plusDays(1))).containsExactly("documents");
        deadlines.meet(reference, "documents");
        assertThat(missed(reference, MONDAY.plusDays(2))).containsExactly("siri");
        assertThat(deadlines.of(reference)).extracting(Deadline::code).containsExactly("documents", "siri");
    }

    @Test
    void a_deadline_that_is_set_again_is_open_again() {
        CaseReference reference = open();
        deadlines.set(reference, "documents", MONDAY);
        deadlines.meet(reference, "documents");

        deadlines.set(reference, "documents", MONDAY.plusDays(7));

        assertThat(deadlines.of(reference))
                .singleElement()
                .returns(MONDAY.plusDays(7), Deadline::due)
                .returns(null, Deadline::metAt);
    }

    @Test
    void the_first_time_it_is_met_counts() {
        CaseReference reference = open();
        deadlines.set(reference, "documents", MONDAY);
        deadlines.meet(reference, "documents");
        var first = deadlines.of(reference).get(0).metAt();

        deadlines.meet(reference, "documents");

        assertThat(deadlines.of(reference).get(0).metAt()).isNotNull().isEqualTo(first);
    }

    @Test
    void a_draft_is_its_tasks_and_its_users_own() {
        drafts.put("task-1", "visitation", "", Map.of("familyName", "Nadelmann", "weeklyHours", 37));
        drafts.put("task-1", "visitation", "", Map.of("familyName", "Nadelmann\u0000", "arrivalDate", MONDAY));

        assertThat(drafts.get("task-1", "visitation"))
                .hasValue(Map.of("familyName", "Nadelmann\u0000", "arrivalDate", "2026-03-02"));
        assertThat(drafts.get("task-1", "sagsbehandler")).isEmpty();
        assertThat(drafts.get("task-2", "visitation")).isEmpty();
        drafts.delete("task-1", "visitation");
        drafts.delete("task-1", "visitation");
        assertThat(drafts.get("task-1", "visitation")).isEmpty();
    }

    @Test
    void a_completed_task_leaves_nobodys_draft() {
        drafts.put("task-3", "visitation", "", Map.of("city", "Roskilde"));
        drafts.put("task-3", "specialist", "", Map.of("city", "Køge"));
        drafts.opened("task-3", "visitation", "", Map.of("city", "Greve"));
        assertThat(drafts.opening("task-3", "visitation", "")).hasValue(Map.of("city", "Greve"));

        drafts.forget("task-3");

        assertThat(drafts.get("task-3", "visitation")).isEmpty();
        assertThat(drafts.get("task-3", "specialist")).isEmpty();
        assertThat(drafts.opening("task-3", "visitation", "")).isEmpty();
    }

    private List<String> missed(CaseReference reference, LocalDate day) {
        return deadlines.missedBefore(day).stream()
                .filter(deadline -> deadline.reference().equals(reference))
                .map(Deadline::code)
                .toList();
    }

    private CaseReference open() {
        return caseFile.open(Municipalities.HOST, "euWorker", "selfService", Act.bySystem("applicationReceived"));
    }
}
