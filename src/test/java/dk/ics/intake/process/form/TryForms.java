package dk.ics.intake.process.form;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** A small process whose two tasks show the same form of the same case, worked by {@code visitation}. */
final class TryForms {

    static final String PROCESS = "tryForms";

    /** Its service fails in the click that completes its task. */
    static final String FAILING = "tryFailure";

    private final ProcessEngine engine;
    private final CaseFile caseFile;

    TryForms(ProcessEngine engine, CaseFile caseFile) {
        this.engine = engine;
        this.caseFile = caseFile;
    }

    void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .name(PROCESS)
                .enableDuplicateFiltering(true)
                .addClasspathResource("gateway/try-forms.bpmn")
                .addClasspathResource("gateway/describe.form")
                .deploy();
        grant(PROCESS);
        grant(FAILING);
    }

    private void grant(String process) {
        AuthorizationService rights = engine.getAuthorizationService();
        if (rights.createAuthorizationQuery().resourceId(process).count() == 0) {
            Authorization grant = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId("visitation");
            grant.setResource(Resources.PROCESS_DEFINITION);
            grant.setResourceId(process);
            grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
            grant.addPermission(ProcessDefinitionPermissions.TASK_WORK);
            rights.saveAuthorization(grant);
        }
    }

    /** Takes the process away again, so that other tests see the real ones only. */
    void remove() {
        // The application deletes no history, not even with a deployment.
        TestDatabase.instance().removeCases();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(PROCESS)
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        for (String process : List.of(PROCESS, FAILING)) {
            engine.getAuthorizationService()
                    .createAuthorizationQuery()
                    .resourceId(process)
                    .list()
                    .forEach(grant -> engine.getAuthorizationService().deleteAuthorization(grant.getId()));
        }
    }

    CaseReference openCase() {
        return openCase(PROCESS);
    }

    CaseReference openCase(String process) {
        Act act = Act.bySystem("test");
        CaseReference reference = caseFile.open(new MunicipalityCode("0101"), "euWorker", "phone", act);
        caseFile.write(reference, Map.of("familyName", "Nowak", "givenNames", "Anna", "citizenship", "POL"), act);
        engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(reference.value())
                .setVariables(Map.of(
                        "caseReference",
                        reference.value(),
                        "municipality",
                        "0101",
                        "services",
                        "identityControl,cprNumber"))
                .execute();
        return reference;
    }

    /** The case's task of that key, taken by {@code visitation}. */
    String claimed(CaseReference reference, String key) {
        String id = task(reference, key).getId();
        engine.getTaskService().setAssignee(id, "visitation");
        return id;
    }

    Task task(CaseReference reference, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** A body of {@code submit-form}: key, value, key, value … */
    static Map<String, Map<String, Object>> form(@Nullable Object... entries) {
        Map<String, Object> variables = new HashMap<>();
        for (int at = 0; at < entries.length; at += 2) {
            Map<String, @Nullable Object> variable = new HashMap<>();
            variable.put("value", entries[at + 1]);
            variables.put(String.valueOf(entries[at]), variable);
        }
        return Map.of("variables", variables);
    }
}
