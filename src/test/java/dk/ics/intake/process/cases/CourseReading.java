package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Trail;
import dk.ics.intake.process.rights.EngineIdentity;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The course of a case as {@link CaseCourse} puts it together, from a database of the test's own. */
public final class CourseReading {

    private final CaseNames names;
    private final DecisionRules rules;
    private final RepositoryService repository;
    private final EngineIdentity engine;

    /** @param application whose engine knows the definitions that the database names */
    public CourseReading(ApplicationContext application) {
        this.names = application.getBean(CaseNames.class);
        this.rules = application.getBean(DecisionRules.class);
        this.repository = application.getBean(RepositoryService.class);
        this.engine = application.getBean(EngineIdentity.class);
    }

    /** How many lines it has. */
    public int lines(JdbcClient jdbc, Trail trail, CaseReference reference) {
        CourseRows rows = new CourseRows(jdbc);
        Map<String, String> processes = new HashMap<>();
        engine.asSystem(() -> {
            rows.instances(reference)
                    .forEach(one -> processes.put(
                            one.id(),
                            repository.getProcessDefinition(one.definition()).getName()));
            return processes;
        });
        return new CourseLines(
                        reference, rows, new Vouchers(trail.of(reference.value())), names, rules, Map.of(), processes)
                .all()
                .size();
    }
}
