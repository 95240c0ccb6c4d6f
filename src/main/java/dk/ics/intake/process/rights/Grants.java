package dk.ics.intake.process.rights;

import static dk.ics.intake.process.rights.Role.ADMIN;
import static dk.ics.intake.process.rights.Role.CASEWORKER;
import static dk.ics.intake.process.rights.Role.EMPLOYMENT;
import static dk.ics.intake.process.rights.Role.IDENTITY_CONTROL;
import static dk.ics.intake.process.rights.Role.IDENTITY_SPECIALIST;
import static dk.ics.intake.process.rights.Role.PARTNER;
import static dk.ics.intake.process.rights.Role.SUPERVISOR;
import static dk.ics.intake.process.rights.Role.VISITATION;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * The engine's own rights, one line each: they hold for a whole process, never for one task. Who of a process' workers
 * may touch a task is decided by {@link TaskRights}.
 */
final class Grants {

    /** A right of a role. */
    record Grant(Role role, Resource resource, String id, List<Permission> permissions) {}

    private static final String ALL = Authorization.ANY;

    private final List<Grant> grants = new ArrayList<>();

    private Grants() {
        works(VISITATION, "intake", "afterClosing", "applicationReceipt");
        works(
                CASEWORKER,
                "euResidence",
                "cprRegistration",
                "healthCard",
                "healthCardDelivery",
                "mitId",
                "taxApplication");
        works(CASEWORKER, "authorityNotice", "correction", "complaint");
        works(IDENTITY_CONTROL, "identityControl", "identityRecontrol");
        works(IDENTITY_SPECIALIST, "identityControl");
        works(EMPLOYMENT, "unemploymentBenefit", "guidance");
        works(SUPERVISOR, "controlSupervision", "supervisionItem", "supervisionCycle");

        grant(VISITATION, Resources.PROCESS_DEFINITION, "intake", ProcessDefinitionPermissions.CREATE_INSTANCE);
        for (Turn turn : Turn.values()) {
            for (Role starter : turn.startedBy()) {
                grant(
                        starter,
                        Resources.PROCESS_DEFINITION,
                        turn.process(),
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE);
            }
        }
        grant(
                SUPERVISOR,
                Resources.PROCESS_DEFINITION,
                "controlSupervision",
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        for (Role starter : List.of(VISITATION, CASEWORKER)) {
            grant(
                    starter,
                    Resources.PROCESS_DEFINITION,
                    "enquiry",
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        for (Role starter : List.of(VISITATION, CASEWORKER, SUPERVISOR)) {
            grant(starter, Resources.PROCESS_INSTANCE, ALL, ProcessInstancePermissions.CREATE);
        }
        for (Role reader : List.of(SUPERVISOR, PARTNER)) {
            grant(
                    reader,
                    Resources.PROCESS_DEFINITION,
                    ALL,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY);
            grant(reader, Resources.DECISION_DEFINITION, ALL, Permissions.READ, Permissions.READ_HISTORY);
        }
        grant(SUPERVISOR, Resources.TASK, ALL, Permissions.READ, Permissions.TASK_ASSIGN);
        grant(
                ADMIN,
                Resources.PROCESS_DEFINITION,
                ALL,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(ADMIN, Resources.DECISION_DEFINITION, ALL, Permissions.READ);
        for (Role watcher : List.of(SUPERVISOR, PARTNER, ADMIN)) {
            grant(watcher, Resources.DECISION_REQUIREMENTS_DEFINITION, ALL, Permissions.READ);
            grant(watcher, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            grant(watcher, Resources.DEPLOYMENT, ALL, Permissions.READ);
        }
        for (Role watcher : List.of(SUPERVISOR, ADMIN)) {
            grant(watcher, Resources.OPERATION_LOG_CATEGORY, ALL, UserOperationLogCategoryPermissions.READ);
            grant(watcher, Resources.GROUP, ALL, Permissions.READ);
        }
        for (Role worker : Role.WORKERS) {
            grant(worker, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        }
        grant(SUPERVISOR, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(SUPERVISOR, Resources.USER, ALL, Permissions.READ);
        grant(ADMIN, Resources.APPLICATION, "admin", Permissions.ACCESS);
        grant(ADMIN, Resources.USER, ALL, Permissions.ALL);
        grant(ADMIN, Resources.GROUP_MEMBERSHIP, ALL, Permissions.ALL);
        grant(ADMIN, Resources.TENANT, ALL, Permissions.READ);
        grant(ADMIN, Resources.TENANT_MEMBERSHIP, ALL, Permissions.ALL);
        grant(ADMIN, Resources.AUTHORIZATION, ALL, Permissions.READ);
    }

    static List<Grant> all() {
        return new Grants().grants;
    }

    /** The municipalities' tenants a role sees; a partner's users belong to theirs one by one. */
    static boolean seesUnknownMunicipality(Role role) {
        return role == VISITATION || role == SUPERVISOR;
    }

    static boolean seesAllServedMunicipalities(Role role) {
        return role != PARTNER && role != ADMIN;
    }

    private void works(Role role, String... processes) {
        for (String process : processes) {
            grant(
                    role,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    // Putting a task back is, to the engine, assigning it to nobody.
                    ProcessDefinitionPermissions.TASK_ASSIGN);
        }
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        grants.add(new Grant(role, resource, id, List.of(permissions)));
    }
}
