package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Trail;
import dk.ics.intake.process.cases.WholeCase.Named;
import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.search.CaseAccess;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Opening;
import dk.ics.intake.search.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The course of a case for whoever supervises, logged like every look at a case in the transaction that reads it. */
@Service
class CaseCourse {

    private static final String NO_INSTANCE = "Forløbet hører ikke til sagen. Hent sagen igen.";
    private static final int NOT_FOUND = 404;

    private final Doors doors;
    private final CaseAccess access;
    private final CaseSearch search;
    private final CaseFile caseFile;
    private final CourseRows rows;
    private final Trail trail;
    private final DecisionRules rules;
    private final CaseNames names;
    private final RepositoryService repository;
    private final EngineIdentity engine;
    private final IdentityService identity;

    CaseCourse(
            Doors doors,
            CaseAccess access,
            CaseSearch search,
            CaseFile caseFile,
            CourseRows rows,
            Trail trail,
            DecisionRules rules,
            CaseNames names,
            RepositoryService repository,
            EngineIdentity engine,
            IdentityService identity) {
        this.doors = doors;
        this.access = access;
        this.search = search;
        this.caseFile = caseFile;
        this.rows = rows;
        this.trail = trail;
        this.rules = rules;
        this.names = names;
        this.repository = repository;
        this.engine = engine;
        this.identity = identity;
    }

    @Transactional
    public Answer of(Door door) {
        CaseReader reader = CaseReader.of(identity);
        Opening opening = doors.open(reader, door);
        if (!(opening instanceof Opening.Opened opened)) {
            return Answer.notOpened(opening);
        }
        // Before it is logged: who looks now is not yet part of what he sees.
        Course course = course(opened.reference());
        access.opened(reader.searcher(), opened.ground(), opened.reference());
        return Answer.of(course);
    }

    /** The model of one instance and what of it was gone through; logged as part of the course. */
    @Transactional
    public Answer diagram(Door door, String instance) {
        Opening opening = doors.open(CaseReader.of(identity), door);
        if (!(opening instanceof Opening.Opened opened)) {
            return Answer.notOpened(opening);
        }
        Optional<CourseRows.Instance> found = rows.instances(opened.reference()).stream()
                .filter(one -> one.id().equals(instance))
                .findFirst();
        if (found.isEmpty()) {
            return Answer.saying(NOT_FOUND, "InstanceNotFound", NO_INSTANCE, Map.of());
        }
        List<CourseRows.Step> steps = rows.steps(opened.reference()).stream()
                .filter(step -> step.instance().equals(instance))
                .toList();
        String definition = found.get().definition();
        return Answer.of(engine.asSystem(() -> CourseDiagram.of(repository.getBpmnModelInstance(definition), steps)));
    }

    private Course course(CaseReference reference) {
        CaseFileEntry entry = caseFile.get(reference);
        List<CourseRows.Instance> instances = rows.instances(reference);
        Map<String, String> processes = processes(instances);
        CourseLines lines = new CourseLines(
                reference,
                rows,
                new Vouchers(trail.of(reference.value())),
                names,
                rules,
                search.purposes().stream().collect(Collectors.toMap(Purpose::code, Purpose::label)),
                processes);
        List<Course.Line> told = lines.all();
        return new Course(
                reference.value(),
                new Named(entry.municipality().value(), entry.municipality().name()),
                names.of("category", entry.category()),
                names.of("status", entry.status()),
                entry.openedAt(),
                entry.closedAt(),
                instances.stream()
                        .map(one -> new Course.Instance(
                                one.id(),
                                processes.getOrDefault(one.id(), ""),
                                one.parent(),
                                one.startedAt(),
                                one.endedAt()))
                        .toList(),
                rows.names(users(told)),
                told);
    }

    /** Who is named by a line, as the one who acted or who had a task. */
    private static Set<String> users(List<Course.Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.ofNullable(line.user()), line.details().stream().map(Course.Detail::value)))
                .collect(Collectors.toSet());
    }

    /** From the models, which are in memory. */
    private Map<String, String> processes(List<CourseRows.Instance> instances) {
        return engine.asSystem(() -> {
            Map<String, String> processes = new HashMap<>();
            instances.forEach(one -> processes.put(
                    one.id(), repository.getProcessDefinition(one.definition()).getName()));
            return processes;
        });
    }
}
