package dk.ics.intake.process.form;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.Drafts;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.process.TaskDoor;
import dk.ics.intake.training.RequiredTraining;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a submitted form: the case file is written and the task completed together, or nothing happens. */
@Service
class Submissions {

    private final WorkTasks tasks;
    private final FormDataReader reader;
    private final FormReading reading;
    private final Destinations destinations;
    private final CaseFile caseFile;
    private final Drafts drafts;
    private final RequiredTraining training;
    private final TaskDoor door;
    private final SubmittedFacts facts;
    private final TaskService taskService;

    Submissions(
            WorkTasks tasks,
            FormDataReader reader,
            FormReading reading,
            Destinations destinations,
            CaseFile caseFile,
            Drafts drafts,
            RequiredTraining training,
            TaskDoor door,
            SubmittedFacts facts,
            TaskService taskService) {
        this.tasks = tasks;
        this.reader = reader;
        this.reading = reading;
        this.destinations = destinations;
        this.caseFile = caseFile;
        this.drafts = drafts;
        this.training = training;
        this.door = door;
        this.facts = facts;
        this.taskService = taskService;
    }

    /**
     * Completes the task with this form.
     *
     * @return the conflict the caller has to decide on first, if there is one; it is remembered that the caller has
     *     been shown it, so sending again is the decision
     * @throws FormRefused if the form or the call is not taken
     */
    @Transactional
    Optional<FormRefused> submit(Caller caller, String taskId, String page, SubmittedForm submitted) {
        caseFile.lock(tasks.assignedTo(caller, taskId).reference());
        // Looked up again: whoever held the lock before may have completed it.
        WorkTask task = tasks.assignedTo(caller, taskId);
        training.refusal(caller.userId(), task.candidateGroups()).ifPresent(sentence -> {
            throw FormRefused.of(FormRefused.FORBIDDEN, "TrainingMissing", sentence);
        });
        FormData data = reader.of(caller, task);
        Opening opening = opening(caller, taskId, page, data);
        Changes changes = changes(data, opening, submitted);
        if (changes.hasConflicts()) {
            drafts.opened(taskId, caller.userId(), page, changes.seen().toSnapshot());
            return Optional.of(changes.conflict());
        }
        FormSubmission submission =
                new FormSubmission(task.reference(), caller.userId(), changes.effective(), data.stored(), data.codes());
        Problems problems = new Problems(data.schema());
        FormRule rule = data.rule();
        if (rule != null) {
            problems.addAll(rule.check(submission));
            problems.refuse();
        }
        accept(caller, task, data, changes, rule == null ? Map.of() : rule.accept(submission));
        return Optional.empty();
    }

    /** A program may submit without having looked; a page that was never opened, or so long ago, has to look again. */
    private Opening opening(Caller caller, String taskId, String page, FormData data) {
        Optional<Opening> remembered =
                drafts.opening(taskId, caller.userId(), page).map(Opening::fromSnapshot);
        if (remembered.isEmpty() && !page.isEmpty()) {
            throw FormRefused.outdatedPage();
        }
        return remembered.orElseGet(() -> Opening.of(data));
    }

    private Changes changes(FormData data, Opening opening, SubmittedForm submitted) {
        Map<FormField, Reading> readings = reading.read(data.schema(), submitted, opening.shown(), data.given());
        Problems problems = new Problems(data.schema());
        Changes changes = new Changes(data, opening);
        readings.forEach((field, read) -> {
            if (read.isRefused()) {
                problems.add(field.key(), read.reason());
            } else if (data.isOfCaseFile(destinations.of(field.key()))) {
                changes.take(field, read.value());
            } else {
                changes.keep(field.key(), read.value());
            }
        });
        problems.refuse();
        return changes;
    }

    private void accept(Caller caller, WorkTask task, FormData data, Changes changes, Map<String, Object> extra) {
        Map<String, @Nullable Object> toWrite = new LinkedHashMap<>(changes.toWrite());
        Map<String, Object> effective = new LinkedHashMap<>(changes.effective());
        extra.forEach((key, value) -> {
            if (data.isOfCaseFile(destinations.of(key))) {
                toWrite.put(key, value);
            }
            effective.put(key, value);
        });
        Map<String, Object> routing = routing(task, data, effective);
        Act act = new Act(task.key(), caller.userId(), outcome(routing));
        caseFile.write(task.reference(), toWrite, act);
        caseFile.journal(task.reference(), act, task.name());
        drafts.forget(task.id());
        List<String> cleared = toWrite.keySet().stream()
                .filter(key -> toWrite.get(key) == null)
                .toList();
        door.complete(
                taskService,
                task.id(),
                routing,
                facts.of(caller, task, data.schema(), act.outcome(), effective, cleared));
    }

    private Map<String, Object> routing(WorkTask task, FormData data, Map<String, Object> effective) {
        Map<String, Object> routing = new LinkedHashMap<>();
        effective.forEach((key, value) -> {
            if (destinations.of(key).isProcess()) {
                routing.put(key, value);
            }
        });
        if (data.schema().hasField(RoutingVariable.MUNICIPALITY.key())) {
            // The tenant stays what it was, so the process has to hear that the case belongs elsewhere now.
            Object municipality = effective.get(RoutingVariable.MUNICIPALITY.key());
            routing.put(
                    RoutingVariable.MUNICIPALITY_CHANGED.key(),
                    municipality != null && !Objects.equals(municipality, task.municipality()));
        }
        return routing;
    }

    /** The answer to the question the task asks, for the journal. */
    private static @Nullable String outcome(Map<String, Object> routing) {
        return routing.entrySet().stream()
                .filter(variable -> RoutingVariable.find(variable.getKey())
                        .map(RoutingVariable::isDecision)
                        .orElse(false))
                .map(variable -> String.valueOf(variable.getValue()))
                .findFirst()
                .orElse(null);
    }
}
