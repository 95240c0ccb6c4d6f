package dk.ics.intake.process.rights;

import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings groups, tenants and the roles' rights to what the code says, at each start and before the first request: what
 * is missing is added, what a role has beyond the table is taken away. Accounts are not touched, nor are filters.
 */
@Component
class RolesAtStart implements SmartInitializingSingleton {

    private static final int LOCK = 0x1C5;

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final Municipalities municipalities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RolesAtStart(
            IdentityService identityService,
            AuthorizationService authorizationService,
            Municipalities municipalities,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.municipalities = municipalities;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        bringUp();
    }

    /** Idempotent: whoever needs the groups may call it, whichever starts first. */
    void bringUp() {
        transaction.executeWithoutResult(status -> {
            // Two nodes that start together would write the same rows.
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .singleRow();
            tenants();
            for (Role role : Role.values()) {
                group(role);
                memberships(role);
                grants(role);
            }
        });
    }

    private void tenants() {
        Set<String> present = new HashSet<>();
        identityService.createTenantQuery().list().forEach(tenant -> present.add(tenant.getId()));
        tenant(MunicipalityCode.UNKNOWN, present);
        municipalities.served().forEach(code -> tenant(code, present));
    }

    private void tenant(MunicipalityCode code, Set<String> present) {
        if (!present.contains(code.value())) {
            Tenant tenant = identityService.newTenant(code.value());
            tenant.setName(code.name());
            identityService.saveTenant(tenant);
        }
    }

    private void group(Role role) {
        if (identityService.createGroupQuery().groupId(role.group()).count() == 0) {
            Group group = identityService.newGroup(role.group());
            group.setName(role.danishName());
            group.setType("WORKFLOW");
            identityService.saveGroup(group);
        }
    }

    private void memberships(Role role) {
        Set<String> present = new HashSet<>();
        identityService
                .createTenantQuery()
                .groupMember(role.group())
                .list()
                .forEach(tenant -> present.add(tenant.getId()));
        Set<String> wanted = new HashSet<>();
        if (Grants.seesUnknownMunicipality(role)) {
            wanted.add(MunicipalityCode.UNKNOWN.value());
        }
        if (Grants.seesAllServedMunicipalities(role)) {
            municipalities.served().forEach(code -> wanted.add(code.value()));
        }
        wanted.stream()
                .filter(tenant -> !present.contains(tenant))
                .forEach(tenant -> identityService.createTenantGroupMembership(tenant, role.group()));
        present.stream()
                .filter(tenant -> !wanted.contains(tenant))
                .forEach(tenant -> identityService.deleteTenantGroupMembership(tenant, role.group()));
    }

    private void grants(Role role) {
        Map<String, Grants.Grant> wanted = new TreeMap<>();
        Grants.all().stream()
                .filter(grant -> grant.role() == role)
                .forEach(grant ->
                        wanted.merge(key(grant.resource().resourceType(), grant.id()), grant, RolesAtStart::together));
        for (Authorization present : authorizationService
                .createAuthorizationQuery()
                .groupIdIn(role.group())
                .list()) {
            Grants.Grant grant = wanted.remove(key(present.getResourceType(), present.getResourceId()));
            if (grant != null) {
                set(present, grant);
            } else if (!isOfOthers(present)) {
                authorizationService.deleteAuthorization(present.getId());
            }
        }
        wanted.values().forEach(grant -> {
            Authorization authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(role.group());
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
            set(authorization, grant);
        });
    }

    /** Filters are given out with the filters; a group may read itself and its tenants, which the engine grants. */
    private static boolean isOfOthers(Authorization present) {
        return List.<Resource>of(Resources.FILTER, Resources.GROUP, Resources.TENANT).stream()
                .anyMatch(resource -> resource.resourceType() == present.getResourceType());
    }

    private void set(Authorization authorization, Grants.Grant grant) {
        Authorization wanted = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        wanted.setResource(grant.resource());
        wanted.setPermissions(grant.permissions().toArray(Permission[]::new));
        if (bits(authorization) != bits(wanted)) {
            authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
            authorizationService.saveAuthorization(authorization);
        }
    }

    private static int bits(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }

    private static Grants.Grant together(Grants.Grant one, Grants.Grant other) {
        List<Permission> permissions = new ArrayList<>(one.permissions());
        other.permissions().stream()
                .filter(permission -> !permissions.contains(permission))
                .forEach(permissions::add);
        return new Grants.Grant(one.role(), one.resource(), one.id(), permissions);
    }

    private static String key(int resourceType, String id) {
        return resourceType + " " + id;
    }
}
