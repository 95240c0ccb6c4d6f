package dk.ics.intake.process;

import dk.ics.intake.evidence.Beginning;
import dk.ics.intake.evidence.Evidence;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How the engine is set up: what it keeps, what it may know, who may see it, and how it fails. Comes after the starter's
 * own settings, so that no property can loosen it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSettings.class);

    private final ApplicationContext context;
    private final IdGenerator ids;
    private final TaskDoor door;
    private final RunningCalls calls;
    private final FourEyes fourEyes;
    private final EngineProperties properties;
    private final Evidence evidence;
    private final EngineActor actor;

    /** @param ledger has begun before the engine does anything */
    EngineSettings(
            ApplicationContext context,
            IdGenerator ids,
            TaskDoor door,
            RunningCalls calls,
            FourEyes fourEyes,
            EngineProperties properties,
            Evidence evidence,
            EngineActor actor,
            Beginning ledger) {
        this.context = context;
        this.ids = ids;
        this.door = door;
        this.calls = calls;
        this.fourEyes = fourEyes;
        this.properties = properties;
        this.evidence = evidence;
        this.actor = actor;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        keepNoPeople(engine);
        keepEvidence(engine);
        keepStrangersOut(engine);
        failSafely(engine);
        // Joins wait for each other in the job executor, not in a person's click (docs/adr/0022).
        engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        // A changed setting holds from the next time a cycle comes round.
        engine.setReevaluateTimeCycleWhenDue(true);
    }

    private void keepNoPeople(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new RoutingHistoryLevel()));
        engine.setHistory(RoutingHistoryLevel.NAME);
        // Nothing is deleted before a retention rule is approved.
        engine.setHistoryCleanupEnabled(false);
        engine.setCustomSessionFactories(List.of(new VariableGuard.Factory(ids)));
    }

    private void keepEvidence(ProcessEngineConfigurationImpl engine) {
        // The history's rows first: only then decisions have their ids.
        engine.setHistoryEventHandler(
                new CompositeHistoryEventHandler(new DbHistoryEventHandler(), new EvidenceHistory(evidence, door)));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        actor.of(engine.getIdentityService());
    }

    private void keepStrangersOut(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setTenantCheckEnabled(true);
        engine.setTenantIdProvider(new MunicipalityTenant());
        engine.setResourceAuthorizationProvider(new NoTaskGrants());
        engine.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
        engine.setExpressionManager(new ScopedExpressions(context));
        engine.setCustomPreBPMNParseListeners(
                List.of(door.parseListener(), calls.parseListener(), fourEyes.parseListener()));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(door.interceptor()));
    }

    private void failSafely(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobRetryTimeCycle(properties.retryIntervals());
        engine.setFailedJobCommandFactory(new FailedJobs());
        engine.setHistoryEventProducer(new SafeHistory());
        // The engine would log exceptions with their texts.
        engine.setEnableCmdExceptionLogging(false);
        ExecuteJobHelper.LOGGING_HANDLER =
                (job, failure) -> LOG.warn("Job {} failed: {}", job, SafeFailure.describe(failure));
    }
}
