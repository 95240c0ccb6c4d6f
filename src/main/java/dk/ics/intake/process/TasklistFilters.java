package dk.ics.intake.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lists a caseworker finds in Tasklist, brought to what the code says at each start: »Mine opgaver«, one list a
 * desk, what is overdue, and what waits for somebody else. Each shows case, municipality, service and due date, the
 * earliest due first. A desk's list shows what nobody has taken; a list is read only by the groups that work it, and
 * {@code supervisor} reads all. Lists that users made themselves are left alone.
 */
@Component
class TasklistFilters implements SmartInitializingSingleton {

    private static final int LOCK = 0x1C6;
    private static final String SUPERVISOR = "supervisor";
    private static final Set<String> WORKERS =
            Set.of("visitation", "caseworker", "identityControl", "identitySpecialist", "employment");

    private record TaskList(String name, TaskQuery query, Set<String> groups) {}

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TasklistFilters(
            FilterService filterService,
            TaskService taskService,
            AuthorizationService authorizationService,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Two nodes that start together would each make every list.
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .singleRow();
            List<TaskList> lists = lists();
            for (int place = 0; place < lists.size(); place++) {
                bringUp(lists.get(place), place);
            }
        });
    }

    private List<TaskList> lists() {
        return List.of(
                new TaskList("Mine opgaver", query().taskAssigneeExpression("${currentUser()}"), WORKERS),
                desk("Visitation", "visitation"),
                desk("Sagsbehandling", "caseworker"),
                desk("Identitetskontrol", "identityControl"),
                desk("Specialist", "identitySpecialist"),
                desk("Beskæftigelse", "employment"),
                desk("Tilsyn", SUPERVISOR),
                new TaskList("Overskredet frist", query().dueBeforeExpression("${now()}"), WORKERS),
                new TaskList("Venter på borgeren", query().taskDefinitionKey("receiveDocuments"), Set.of("visitation")),
                new TaskList(
                        "Venter på myndighed",
                        query().taskDefinitionKeyIn(
                                        "searchNumberManually",
                                        "recordCprNumber",
                                        "followUpSiri",
                                        "followUpTaxReceipt",
                                        "recordHealthCard",
                                        "followUpHealthCard",
                                        "recordMitId",
                                        "forwardTaxManually"),
                        Set.of("caseworker")),
                new TaskList("Alle opgaver", query(), Set.of(SUPERVISOR)));
    }

    private TaskList desk(String name, String group) {
        return new TaskList(name, query().taskCandidateGroup(group), Set.of(group));
    }

    private TaskQuery query() {
        return taskService
                .createTaskQuery()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    private void bringUp(TaskList list, int place) {
        Filter filter = filterService.createTaskFilterQuery().filterName(list.name()).list().stream()
                .findFirst()
                .orElseGet(() -> filterService.newTaskFilter(list.name()));
        filter.setQuery(list.query());
        filter.setProperties(Map.of(
                "priority",
                place * 10,
                "color",
                "#1a1a1a",
                // Tasklist asks again by itself; how often is paced on the page (ADR 0052).
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        Map.of("name", RoutingVariable.CASE_REFERENCE.key(), "label", "Sag"),
                        Map.of("name", RoutingVariable.MUNICIPALITY_NAME.key(), "label", "Kommune"),
                        Map.of("name", RoutingVariable.SERVICE.key(), "label", "Ydelse"))));
        filterService.saveFilter(filter);
        Set<String> readers = new TreeSet<>(list.groups());
        readers.add(SUPERVISOR);
        grant(filter.getId(), readers);
    }

    private void grant(String filterId, Set<String> readers) {
        for (Authorization present : authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filterId)
                .list()) {
            boolean right = present.getGroupId() != null
                    && readers.remove(present.getGroupId())
                    && present.isPermissionGranted(Permissions.READ);
            if (!right) {
                authorizationService.deleteAuthorization(present.getId());
            }
        }
        readers.forEach(group -> {
            Authorization authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filterId);
            authorization.addPermission(Permissions.READ);
            authorizationService.saveAuthorization(authorization);
        });
    }
}
