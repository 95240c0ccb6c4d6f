package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class TasklistFiltersTest {

    private final TasklistFilters filters;
    private final FilterService filterService;
    private final AuthorizationService authorizationService;
    private final IdentityService identityService;

    @Autowired
    TasklistFiltersTest(
            TasklistFilters filters,
            FilterService filterService,
            AuthorizationService authorizationService,
            IdentityService identityService) {
        this.filters = filters;
        this.filterService = filterService;
        this.authorizationService = authorizationService;
        this.identityService = identityService;
    }

    @ParameterizedTest
    @CsvSource({
        "visitation, visitation, 'Mine opgaver;Visitation;Overskredet frist;Venter på borgeren'",
        "sagsbehandler, caseworker, 'Mine opgaver;Sagsbehandling;Overskredet frist;Venter på myndighed'",
        "idkontrol, identityControl, 'Mine opgaver;Identitetskontrol;Overskredet frist'",
        "specialist, identitySpecialist, 'Mine opgaver;Specialist;Overskredet frist'",
        "bif, employment, 'Mine opgaver;Beskæftigelse;Overskredet frist'",
        "partner0147, partner, ''"
    })
    @DisplayName("each role sees its own lists and no other desk's")
    void whoSeesWhat(String user, String group, String lists) {
        assertThat(String.join(";", listsOf(user, group))).isEqualTo(lists);
    }

    @Test
    @DisplayName("a supervisor sees every list")
    void supervisorSeesAll() {
        assertThat(listsOf("tilsyn", "supervisor"))
                .containsExactly(
                        "Mine opgaver",
                        "Visitation",
                        "Sagsbehandling",
                        "Identitetskontrol",
                        "Specialist",
                        "Beskæftigelse",
                        "Tilsyn",
                        "Overskredet frist",
                        "Venter på borgeren",
                        "Venter på myndighed",
                        "Alle opgaver");
    }

    @Test
    @DisplayName("another start makes no second list and no second right")
    void startingAgainChangesNothing() {
        List<String> before = everyList();
        long rights = rights();
        filters.afterSingletonsInstantiated();
        assertThat(everyList()).isEqualTo(before);
        assertThat(rights()).isEqualTo(rights);
    }

    @Test
    @DisplayName("a right somebody added to one of our lists is gone after the next start")
    void foreignRightIsTakenBack() {
        Filter desk =
                filterService.createTaskFilterQuery().filterName("Visitation").singleResult();
        Authorization added = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        added.setGroupId("partner");
        added.setResource(Resources.FILTER);
        added.setResourceId(desk.getId());
        added.addPermission(org.camunda.bpm.engine.authorization.Permissions.READ);
        authorizationService.saveAuthorization(added);
        assertThat(listsOf("partner0147", "partner")).containsExactly("Visitation");
        filters.afterSingletonsInstantiated();
        assertThat(listsOf("partner0147", "partner")).isEmpty();
    }

    @Test
    @DisplayName("every list can be asked for, also those with expressions, and shows case, municipality and service")
    void everyListWorks() {
        identityService.setAuthentication("tilsyn", List.of("supervisor"));
        try {
            for (Filter list : filterService.createTaskFilterQuery().list()) {
                List<Task> tasks = filterService.list(list.getId());
                assertThat(tasks).as(list.getName()).isEmpty();
                assertThat(columns(list)).as(list.getName()).isEqualTo("Sag;Kommune;Ydelse");
            }
        } finally {
            identityService.clearAuthentication();
        }
    }

    private List<String> listsOf(String user, String group) {
        identityService.setAuthentication(user, List.of(group));
        try {
            // In the order of Tasklist's own page.
            return filterService.createTaskFilterQuery().list().stream()
                    .sorted(java.util.Comparator.comparing(
                            filter -> (Integer) filter.getProperties().get("priority")))
                    .map(Filter::getName)
                    .toList();
        } finally {
            identityService.clearAuthentication();
        }
    }

    private List<String> everyList() {
        return filterService.createTaskFilterQuery().list().stream()
                .map(filter -> filter.getId() + " " + filter.getName())
                .sorted()
                .toList();
    }

    private long rights() {
        return authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .count();
    }

    private static String columns(Filter list) {
        Object variables = list.getProperties().get("variables");
        assertThat(variables).isInstanceOf(List.class);
        return variables instanceof List<?> columns
                ? columns.stream()
                        .map(column -> String.valueOf(((Map<?, ?>) column).get("label")))
                        .collect(Collectors.joining(";"))
                : "";
    }
}
