package dk.ics.intake.process;

import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * A case's municipality is the tenant of all its instances, {@code 0000} as long as nobody knows the municipality
 * or if it is none of the host and its partners.
 *
 * <p>A supervision looks at controls of all municipalities and belongs to none, so only supervisors see it; a control that
 * it has made again belongs to the municipality of its case, as the first one did. An enquiry belongs to none either; the
 * case that it becomes does.
 *
 * <p>An instance without a tenant would be seen by every partner municipality, so none can be started.
 */
final class MunicipalityTenant implements TenantIdProvider {

    private static final Set<String> OF_NONE = Set.of("controlSupervision", "supervisionCycle", "enquiry");

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        DelegateExecution caller = context.getSuperExecution();
        String process = context.getProcessDefinition().getKey();
        if (caller != null) {
            return required(caller.getTenantId());
        }
        if (OF_NONE.contains(process)) {
            return MunicipalityCode.UNKNOWN.value();
        }
        Object municipality = context.getVariables().get(RoutingVariable.MUNICIPALITY.key());
        if (!(municipality instanceof String code) || !MunicipalityCode.isValid(code)) {
            throw new BadUserRequestException("A process starts with the code of its municipality only");
        }
        // A municipality that is no partner has no accounts: what is sent for it is seen where all look.
        return new Municipalities().isServed(new MunicipalityCode(code)) ? code : MunicipalityCode.UNKNOWN.value();
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        throw new BadUserRequestException("There are no CMMN cases here");
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        DelegateExecution execution = context.getExecution();
        return required(execution == null ? null : execution.getTenantId());
    }

    private static String required(@Nullable String tenant) {
        if (tenant == null) {
            throw new BadUserRequestException("Nothing runs without the tenant of its municipality");
        }
        return tenant;
    }
}
