package dk.ics.intake.process.rights;

import static dk.ics.intake.process.rights.Role.ADMIN;
import static dk.ics.intake.process.rights.Role.CASEWORKER;
import static dk.ics.intake.process.rights.Role.PARTNER;
import static dk.ics.intake.process.rights.Role.SUPERVISOR;
import static dk.ics.intake.process.rights.Role.VISITATION;

import dk.ics.intake.process.rights.RestPath.Api;
import dk.ics.intake.process.rights.Rule.Handling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Everything that may be called on the engine's REST roots and on the web applications' interfaces, by whom and on
 * what condition. What is not in this table is refused for everyone: deployments, scripts, every other way to start,
 * messages and signals, modification of instances and variables, batches, creating, changing and deleting tasks,
 * completing past the form, delegating, comments, attachments, stored filters, external tasks, migrations, and the
 * set-up of a first administrator.
 */
@Component
class RestTable {

    /** Also an account that has no role yet. */
    private static final Set<Role> ANYONE = EnumSet.noneOf(Role.class);

    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> WORKERS = Role.WORKERS;
    /** Who has a list of tasks. */
    private static final Set<Role> TASKLIST = with(Role.WORKERS, SUPERVISOR);
    /** Who sees tasks at all. */
    private static final Set<Role> TASK_READERS = with(Role.WORKERS, SUPERVISOR, PARTNER);
    /** Who works in Cockpit. */
    private static final Set<Role> COCKPIT = EnumSet.of(SUPERVISOR, PARTNER, ADMIN);
    /** Cockpit's counts over all municipalities: the engine does not split them by tenant. */
    private static final Set<Role> TOTALS = EnumSet.of(SUPERVISOR, ADMIN);

    /** Who starts something, see {@link StartRights}. */
    private static final Set<Role> STARTERS = EnumSet.of(VISITATION, CASEWORKER, SUPERVISOR);

    private static final Set<Role> HISTORY = EnumSet.of(SUPERVISOR, PARTNER);
    /** Who reads controls and their cases; each those of the own municipalities. */
    private static final Set<Role> CONTROL_READERS = EnumSet.of(SUPERVISOR, PARTNER);

    private static final Set<Role> ADMINS = EnumSet.of(ADMIN);
    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String PUT = "PUT";
    private static final String DELETE = "DELETE";
    private static final String OPTIONS = "OPTIONS";

    private final List<Rule> rules = new ArrayList<>();

    RestTable(
            TaskRights tasks,
            Taking taking,
            StartRights start,
            Reassignment reassignment,
            MembershipRights members,
            QueryRights queries,
            OwnUserRights own,
            PartnerTotals totals) {
        general(own);
        tasks(tasks, taking, queries, reassignment);
        processDefinitions(start);
        instances(queries);
        history(queries);
        jobsAndIncidents(queries);
        decisionsAndDeployments();
        usersAndGroups(members, own);
        webapps();
        partners(totals);
        agreements();
        procedures();
        training();
        evidence();
        supervision();
        reports();
        courses();
        oversight();
        letters();
    }

    List<Rule> rules() {
        return rules;
    }

    private void general(Condition own) {
        engine(ANYONE, GET, "/engine");
        engine(EVERYONE, GET, "/version");
        engine(EVERYONE, GET, "/authorization/check");
        engine(EVERYONE, GET, "/identity/groups", own);
        engine(EVERYONE, GET, "/identity/password-policy");
        engine(EVERYONE, POST, "/identity/password-policy");
    }

    private void tasks(TaskRights task, Taking taking, Condition query, Reassignment reassignment) {
        //     who            how   what                                only if
        engine(TASK_READERS, GET, "/task", query);
        engine(TASK_READERS, POST, "/task", query);
        engine(TASK_READERS, GET, "/task/count", query);
        engine(TASK_READERS, POST, "/task/count", query);
        engine(TASK_READERS, GET, "/task/{task}");
        engine(TASK_READERS, GET, "/task/{task}/form");
        engine(TASK_READERS, GET, "/task/{task}/identity-links");
        engine(TASK_READERS, GET, "/task/{task}/comment");
        engine(TASK_READERS, GET, "/task/{task}/attachment");
        engine(TASK_READERS, GET, "/task/{task}/variables");
        engine(TASK_READERS, GET, "/task/{task}/variables/{name}");
        engine(TASK_READERS, GET, "/task/{task}/localVariables");
        engine(TASK_READERS, GET, "/task/{task}/localVariables/{name}");
        engine(EnumSet.of(SUPERVISOR), GET, "/task/report/candidate-group-count");

        // A supervisor is in the group of the supervision's own tasks and of no others.
        engine(TASKLIST, GET, "/task/{task}/deployed-form", task::mayReadForm);
        engine(TASKLIST, GET, "/task/{task}/form-variables", task::mayReadForm);
        engine(TASKLIST, GET, "/task/{task}/rendered-form", task::mayReadForm);
        done(TASKLIST, "/task/{task}/claim", taking::take);
        done(TASKLIST, "/task/{task}/unclaim", taking::putBack);
        engine(TASKLIST, POST, "/task/{task}/submit-form", task::maySubmit);
        for (String method : List.of(GET, PUT, DELETE)) {
            rules.add(new Rule(
                    TASKLIST, Api.ICS, method, split("/task/{task}/draft"), task::mayReadForm, Handling.PASSED_ON));
        }
        for (String act : List.of("", "/page", "/original")) {
            rules.add(new Rule(
                    TASKLIST, Api.ICS, POST, split("/task/{task}/case" + act), task::mayReadForm, Handling.PASSED_ON));
        }
        rules.add(new Rule(
                WORKERS, Api.ICS, POST, split("/task/{task}/case/note"), task::mayReadForm, Handling.PASSED_ON));
        rules.add(new Rule(WORKERS, Api.ICS, POST, split("/task/{task}/zone"), task::mayReadForm, Handling.PASSED_ON));
        done(EnumSet.of(SUPERVISOR), "/task/{task}/assignee", reassignment::reassign);
        webapp(TASK_READERS, Api.ICS, GET, "/cases/purposes");
        webapp(TASKLIST, Api.ICS, POST, "/cases/search");
        webapp(TASKLIST, Api.ICS, POST, "/cases/open");
        webapp(TASKLIST, Api.ICS, POST, "/cases/address");
        webapp(TASKLIST, Api.ICS, POST, "/cases/page");
        webapp(TASKLIST, Api.ICS, POST, "/cases/original");
        webapp(WORKERS, Api.ICS, POST, "/cases/note");
        webapp(EnumSet.of(VISITATION), Api.ICS, GET, "/desk");

        engine(TASKLIST, GET, "/filter");
        engine(TASKLIST, OPTIONS, "/filter");
        engine(TASKLIST, GET, "/filter/count");
        engine(TASKLIST, GET, "/filter/{filter}");
        engine(TASKLIST, OPTIONS, "/filter/{filter}");
        for (String result : List.of("list", "singleResult", "count")) {
            engine(TASKLIST, GET, "/filter/{filter}/" + result, query);
            engine(TASKLIST, POST, "/filter/{filter}/" + result, query);
        }
    }

    private void processDefinitions(StartRights start) {
        engine(EVERYONE, GET, "/process-definition");
        engine(EVERYONE, GET, "/process-definition/count");
        for (String one : List.of(
                "/process-definition/{definition}",
                "/process-definition/key/{key}",
                "/process-definition/key/{key}/tenant-id/{tenant}")) {
            engine(EVERYONE, GET, one);
            engine(EVERYONE, GET, one + "/xml");
            engine(EVERYONE, GET, one + "/diagram");
            engine(TOTALS, GET, one + "/statistics");
            engine(STARTERS, GET, one + "/startForm", start);
            engine(STARTERS, GET, one + "/deployed-start-form", start);
            engine(STARTERS, GET, one + "/form-variables", start);
            engine(STARTERS, GET, one + "/rendered-form", start);
            engine(STARTERS, POST, one + "/submit-form", start);
        }
        engine(COCKPIT, GET, "/process-definition/{definition}/static-called-process-definitions");
        engine(TOTALS, GET, "/process-definition/statistics");
    }

    private void instances(Condition query) {
        reads(COCKPIT, "/process-instance", query);
        engine(COCKPIT, GET, "/process-instance/{instance}");
        engine(COCKPIT, GET, "/process-instance/{instance}/activity-instances");
        engine(COCKPIT, GET, "/process-instance/{instance}/variables");
        engine(COCKPIT, GET, "/process-instance/{instance}/variables/{name}");
        engine(COCKPIT, GET, "/process-instance/{instance}/comment");
        reads(COCKPIT, "/execution", query);
        engine(COCKPIT, GET, "/execution/{execution}");
        engine(COCKPIT, GET, "/execution/{execution}/localVariables");
        reads(COCKPIT, "/variable-instance", query);
        engine(COCKPIT, GET, "/variable-instance/{variable}");
        engine(COCKPIT, GET, "/event-subscription");
        engine(COCKPIT, GET, "/event-subscription/count");
        engine(COCKPIT, GET, "/case-definition");
        engine(COCKPIT, GET, "/case-definition/count");
        reads(COCKPIT, "/external-task", query);
        reads(TOTALS, "/batch", query);
        engine(TOTALS, GET, "/batch/statistics");
        engine(TOTALS, GET, "/batch/statistics/count");
    }

    private void history(Condition query) {
        for (String kind : List.of(
                "task", "variable-instance", "detail", "identity-link-log", "decision-instance", "user-operation")) {
            reads(HISTORY, "/history/" + kind, query);
            engine(HISTORY, GET, "/history/" + kind + "/{entry}");
        }
        for (String kind : List.of("process-instance", "activity-instance", "incident", "job-log")) {
            reads(COCKPIT, "/history/" + kind, query);
            engine(COCKPIT, GET, "/history/" + kind + "/{entry}");
        }
        // Tasklist's own list of what was done to a task.
        engine(WORKERS, GET, "/history/user-operation", query);
        engine(WORKERS, GET, "/history/user-operation/count", query);
        engine(COCKPIT, GET, "/history/job-log/{entry}/stacktrace");
        engine(TOTALS, GET, "/history/process-definition/{definition}/statistics");
        engine(EnumSet.of(SUPERVISOR), GET, "/history/process-instance/report");
        engine(EnumSet.of(SUPERVISOR), GET, "/history/task/report");
        engine(EnumSet.of(SUPERVISOR), GET, "/history/decision-requirements-definition/{definition}/statistics");
        reads(TOTALS, "/history/batch", query);
    }

    private void jobsAndIncidents(Condition query) {
        reads(COCKPIT, "/job", query);
        engine(COCKPIT, GET, "/job/{job}");
        engine(COCKPIT, GET, "/job/{job}/stacktrace");
        engine(ADMINS, PUT, "/job/{job}/retries");
        reads(COCKPIT, "/job-definition", query);
        engine(COCKPIT, GET, "/job-definition/{definition}");
        reads(COCKPIT, "/incident", query);
        engine(COCKPIT, GET, "/incident/{incident}");
        engine(TOTALS, GET, "/metrics/**");
    }

    private void decisionsAndDeployments() {
        for (String kind : List.of("/decision-definition", "/decision-requirements-definition")) {
            engine(COCKPIT, GET, kind);
            engine(COCKPIT, GET, kind + "/count");
            for (String one : List.of("/{definition}", "/key/{key}", "/key/{key}/tenant-id/{tenant}")) {
                engine(COCKPIT, GET, kind + one);
                engine(COCKPIT, GET, kind + one + "/xml");
                engine(COCKPIT, GET, kind + one + "/diagram");
            }
        }
        engine(COCKPIT, GET, "/deployment");
        engine(COCKPIT, GET, "/deployment/count");
        engine(TOTALS, GET, "/deployment/{deployment}");
        engine(TOTALS, GET, "/deployment/{deployment}/resources");
        engine(TOTALS, GET, "/deployment/{deployment}/resources/{resource}");
        engine(TOTALS, GET, "/deployment/{deployment}/resources/{resource}/data");
    }

    private void usersAndGroups(MembershipRights members, OwnUserRights own) {
        engine(EVERYONE, GET, "/user/{user}/profile", own);
        engine(EVERYONE, PUT, "/user/{user}/profile", own);
        engine(EVERYONE, PUT, "/user/{user}/credentials", own);
        engine(EnumSet.of(SUPERVISOR, ADMIN), GET, "/user");
        engine(EnumSet.of(SUPERVISOR, ADMIN), GET, "/user/count");
        engine(EnumSet.of(SUPERVISOR), GET, "/user/{user}/profile");
        engine(ADMINS, GET, "/user/{user}/profile");
        engine(ADMINS, PUT, "/user/{user}/profile");
        engine(ADMINS, PUT, "/user/{user}/credentials");
        engine(ADMINS, POST, "/user/create");
        engine(ADMINS, POST, "/user/{user}/unlock");
        engine(ADMINS, DELETE, "/user/{user}", members::mayDelete);
        engine(EnumSet.of(SUPERVISOR, ADMIN), GET, "/group");
        engine(EnumSet.of(SUPERVISOR, ADMIN), GET, "/group/count");
        engine(ADMINS, GET, "/group/{group}");
        engine(ADMINS, PUT, "/group/{group}/members/{user}", members::mayJoin);
        engine(ADMINS, DELETE, "/group/{group}/members/{user}", members::mayLeave);
        engine(ADMINS, GET, "/tenant");
        engine(ADMINS, GET, "/tenant/count");
        engine(ADMINS, GET, "/tenant/{tenant}");
        engine(ADMINS, PUT, "/tenant/{tenant}/user-members/{user}", members::maySeeMunicipality);
        engine(ADMINS, DELETE, "/tenant/{tenant}/user-members/{user}");
        engine(ADMINS, GET, "/authorization");
        engine(ADMINS, GET, "/authorization/count");
        engine(ADMINS, GET, "/authorization/{authorization}");
        for (String kind : List.of("user", "group", "tenant", "authorization")) {
            engine(ADMINS, OPTIONS, "/" + kind);
            engine(ADMINS, OPTIONS, "/" + kind + "/{one}");
        }
        engine(ADMINS, OPTIONS, "/group/{group}/members");
        engine(ADMINS, OPTIONS, "/tenant/{tenant}/user-members");
        engine(ADMINS, OPTIONS, "/tenant/{tenant}/group-members");
    }

    private void webapps() {
        for (Api api : List.of(Api.COCKPIT, Api.ADMIN, Api.TASKLIST, Api.WELCOME)) {
            webapp(ANYONE, api, GET, "/plugin/{plugin}/static/**");
        }
        webapp(ANYONE, Api.ADMIN, GET, "/auth/user/{engine}");
        rules.add(new Rule(
                ANYONE, Api.ADMIN, POST, split("/auth/user/{engine}/login/{app}"), Condition.NONE, Handling.UNREAD));
        webapp(ANYONE, Api.ADMIN, POST, "/auth/user/{engine}/logout");
        webapp(ADMINS, Api.ADMIN, GET, "/plugin/adminPlugins/{engine}/metrics/aggregated");
        webapp(TOTALS, Api.COCKPIT, GET, "/plugin/base/{engine}/process-definition/statistics");
        webapp(COCKPIT, Api.COCKPIT, GET, "/plugin/base/{engine}/process-definition/statistics-count");
        for (String method : List.of(GET, POST)) {
            webapp(COCKPIT, Api.COCKPIT, method, "/plugin/base/{engine}/process-instance");
            webapp(COCKPIT, Api.COCKPIT, method, "/plugin/base/{engine}/process-instance/count");
            webapp(COCKPIT, Api.COCKPIT, method, "/plugin/base/{engine}/incident");
            webapp(COCKPIT, Api.COCKPIT, method, "/plugin/base/{engine}/incident/count");
            webapp(
                    COCKPIT,
                    Api.COCKPIT,
                    method,
                    "/plugin/base/{engine}/process-definition/{id}/called-process-definitions");
            webapp(
                    COCKPIT,
                    Api.COCKPIT,
                    method,
                    "/plugin/base/{engine}/process-instance/{id}/called-process-instances");
        }
    }

    /** Who is served here: the administrator keeps the agreements, the supervisor reads them. */
    private void agreements() {
        ics(EnumSet.of(ADMIN, SUPERVISOR), GET, "/agreements");
        ics(EnumSet.of(ADMIN, SUPERVISOR), GET, "/agreements/{agreement}/changes");
        ics(ADMINS, POST, "/agreements");
        ics(ADMINS, PUT, "/agreements/{agreement}");
    }

    /** What a control must hold: the supervisor puts it in force. */
    private void procedures() {
        ics(EnumSet.of(SUPERVISOR, ADMIN), GET, "/procedures");
        ics(EnumSet.of(SUPERVISOR), GET, "/procedures/decisions");
        ics(EnumSet.of(SUPERVISOR), POST, "/procedures");
    }

    /** Who is trained for what: the supervisor keeps it. */
    private void training() {
        ics(EnumSet.of(SUPERVISOR), GET, "/training");
        ics(EnumSet.of(SUPERVISOR), POST, "/training");
        ics(EnumSet.of(SUPERVISOR), POST, "/training/{training}/revocation");
        ics(EnumSet.of(SUPERVISOR), GET, "/training/courses");
        ics(EnumSet.of(SUPERVISOR), POST, "/training/courses");
    }

    /** The supervisor verifies the ledger; its checkpoints hold no person and may be collected by whoever may do that. */
    private void evidence() {
        ics(EnumSet.of(SUPERVISOR), GET, "/evidence/state");
        ics(EnumSet.of(SUPERVISOR), POST, "/evidence/verifications");
        ics(EnumSet.of(SUPERVISOR), GET, "/evidence/verifications/{verification}");
        ics(EnumSet.of(SUPERVISOR), GET, "/evidence/checkpoints");
    }

    /** The supervisor sees how far supervisions are, and starts an extra one. */
    private void supervision() {
        ics(EnumSet.of(SUPERVISOR), GET, "/supervisions");
        ics(EnumSet.of(SUPERVISOR), POST, "/supervisions");
        ics(EnumSet.of(SUPERVISOR), GET, "/supervisions/{supervision}");
    }

    /** The supervisor shows how the rules of the identity control were kept; a partner what was done in its own cases. */
    private void reports() {
        ics(CONTROL_READERS, POST, "/reports/control-record");
        ics(EnumSet.of(SUPERVISOR), POST, "/reports/compliance");
    }

    /** Who has done what in a case, and who has looked at it. */
    private void courses() {
        ics(CONTROL_READERS, POST, "/cases/course");
        ics(CONTROL_READERS, POST, "/cases/course/diagram");
    }

    /** The views in Cockpit that go across cases: the list of controls, and the supervisor's figures. */
    private void oversight() {
        ics(EnumSet.of(SUPERVISOR), GET, "/overview");
        ics(CONTROL_READERS, GET, "/controls/choices");
        ics(CONTROL_READERS, POST, "/controls/search");
        ics(CONTROL_READERS, POST, "/controls/export");
    }

    /** Who prints what no mail has brought. */
    private void letters() {
        ics(EnumSet.of(VISITATION), GET, "/letters/to-print");
        ics(EnumSet.of(VISITATION), POST, "/letters/{letter}/printed");
    }

    private void ics(Set<Role> roles, String method, String path) {
        rules.add(new Rule(roles, Api.ICS, method, split(path), Condition.NONE, Handling.PASSED_ON));
    }

    /** What the engine would count over all municipalities is counted here over the partner's own. */
    private void partners(PartnerTotals totals) {
        Set<Role> partners = EnumSet.of(PARTNER);
        rules.add(Rule.answered(partners, Api.ENGINE, split("/process-definition/statistics"), totals::ofDefinitions));
        rules.add(Rule.answered(
                partners, Api.ENGINE, split("/process-definition/{definition}/statistics"), totals::ofElements));
        rules.add(Rule.answered(
                partners,
                Api.COCKPIT,
                split("/plugin/base/{engine}/process-definition/statistics"),
                totals::ofProcesses));
    }

    /** A list and its count, asked with query parameters or with a body. */
    private void reads(Set<Role> roles, String path, Condition query) {
        engine(roles, GET, path, query);
        engine(roles, POST, path, query);
        engine(roles, GET, path + "/count", query);
        engine(roles, POST, path + "/count", query);
    }

    private void engine(Set<Role> roles, String method, String path) {
        engine(roles, method, path, Condition.NONE);
    }

    private void engine(Set<Role> roles, String method, String path, Condition condition) {
        rules.add(new Rule(roles, Api.ENGINE, method, split(path), condition, Handling.PASSED_ON));
    }

    /** A change that the condition itself makes. */
    private void done(Set<Role> roles, String path, Condition change) {
        rules.add(new Rule(roles, Api.ENGINE, POST, split(path), change, Handling.DONE));
    }

    private void webapp(Set<Role> roles, Api api, String method, String path) {
        rules.add(new Rule(roles, api, method, split(path), Condition.NONE, Handling.PASSED_ON));
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.substring(1).split("/"));
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
