package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.visitation.Visit;
import dk.ics.intake.visitation.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * »Fremmøde i dag«: who is expected, who waits and since when, each with the task by which the desk acts. A name stands
 * only where the desk has a task with the case: there its form shows it as well.
 */
@Component
class DeskOfToday {

    /** Whoever did not come and gets another time is not expected any more. */
    private static final String NEW_TIME = "bookAppointment";

    private static final String[] TASKS = {"checkIn", "callUp", NEW_TIME};

    private final Visits visits;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineIdentity engine;
    private final IdentityService identity;
    private final DanishCalendar calendar;
    private final Clock clock;

    DeskOfToday(
            Visits visits,
            TaskService tasks,
            RuntimeService runtime,
            EngineIdentity engine,
            IdentityService identity,
            DanishCalendar calendar,
            Clock clock) {
        this.visits = visits;
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
        this.identity = identity;
        this.calendar = calendar;
        this.clock = clock;
    }

    Map<String, Object> read() {
        List<String> own = CaseReader.of(identity).municipalities();
        LocalDate today = calendar.today();
        Instant now = clock.instant();
        List<Visit> ofToday = visits.on(today, own);
        List<Visit> missed = visits.missedBefore(today, own);
        Map<String, Task> open =
                tasks(Stream.concat(ofToday.stream(), missed.stream()).toList());
        Map<String, Object> desk = new LinkedHashMap<>();
        desk.put("at", now);
        desk.put("day", today);
        desk.put("waits", waits(ofToday, now));
        desk.put("visits", rows(ofToday, open, now));
        desk.put("missed", rows(missed, open, now));
        return desk;
    }

    /** By case. A case has one of them at a time. */
    private Map<String, Task> tasks(List<Visit> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        String[] references =
                all.stream().map(Visit::reference).map(CaseReference::value).toArray(String[]::new);
        List<Task> found = engine.asSystem(() -> tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(references)
                .taskDefinitionKeyIn(TASKS)
                .list());
        if (found.isEmpty()) {
            return Map.of();
        }
        Set<String> instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> cases =
                engine
                        .asSystem(() -> runtime.createProcessInstanceQuery()
                                .processInstanceIds(instances)
                                .list())
                        .stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        Map<String, Task> open = new HashMap<>();
        found.forEach(task -> open.put(cases.getOrDefault(task.getProcessInstanceId(), ""), task));
        return open;
    }

    private static List<Map<String, Object>> rows(List<Visit> all, Map<String, Task> open, Instant now) {
        Map<UUID, Long> together = all.stream()
                .map(Visit::application)
                .filter(application -> application != null)
                .collect(Collectors.groupingBy(application -> application, LinkedHashMap::new, Collectors.counting()));
        List<UUID> families = together.entrySet().stream()
                .filter(application -> application.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Visit visit : all) {
            Task task = open.get(visit.reference().value());
            if (task == null || !task.getTaskDefinitionKey().equals(NEW_TIME)) {
                rows.add(row(visit, task, families.indexOf(visit.application()) + 1, now));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(Visit visit, @Nullable Task task, int family, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", visit.reference().value());
        row.put("municipality", visit.municipality().name());
        row.put("name", task == null ? null : visit.name());
        row.put("family", family == 0 ? null : family);
        row.put("state", visit.state().name().toLowerCase(Locale.ROOT));
        row.put("appointmentAt", visit.appointment());
        row.put("cameAt", visit.came());
        row.put("calledUpAt", visit.calledUp());
        row.put("desk", visit.desk());
        row.put("waitedMinutes", minutes(visit.waited(now)));
        row.put("task", task == null ? null : task(task));
        return row;
    }

    private static Map<String, Object> task(Task task) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", task.getId());
        row.put("form", task.getTaskDefinitionKey());
        row.put("assignee", task.getAssignee());
        return row;
    }

    /** How long those of today waited who were called up: the middle one and the longest, in whole minutes. */
    private static Map<String, Object> waits(List<Visit> all, Instant now) {
        List<Long> minutes = all.stream()
                .filter(visit -> visit.state() == Visit.State.CALLED_UP)
                .map(visit -> visit.waited(now))
                .map(DeskOfToday::minutes)
                .sorted()
                .toList();
        Map<String, Object> waits = new LinkedHashMap<>();
        waits.put("called", minutes.size());
        waits.put("median", minutes.isEmpty() ? null : minutes.get((minutes.size() - 1) / 2));
        waits.put("longest", minutes.isEmpty() ? null : minutes.get(minutes.size() - 1));
        return waits;
    }

    private static @Nullable Long minutes(@Nullable Duration waited) {
        return waited == null ? null : Math.max(0, waited.toMinutes());
    }
}
