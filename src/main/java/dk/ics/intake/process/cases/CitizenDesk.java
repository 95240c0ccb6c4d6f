package dk.ics.intake.process.cases;

import dk.ics.intake.application.Received;
import dk.ics.intake.application.SubmittedApplication;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.Intake;
import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.process.rights.Turn;
import dk.ics.intake.selfservice.Reception;
import dk.ics.intake.time.DanishCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What citizens do and see at home, as the processes know it. */
@Component
class CitizenDesk implements Reception {

    private static final String START_FORM = "withdrawalReported";
    private static final Act WITHDRAWN = Act.bySystem(START_FORM);

    private final Intake intake;
    private final CaseServices services;
    private final CaseFile caseFile;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final EngineIdentity identity;
    private final DanishCalendar calendar;
    private final CitizenVisits visits;

    CitizenDesk(
            Intake intake,
            CaseServices services,
            CaseFile caseFile,
            RepositoryService repository,
            RuntimeService runtime,
            EngineIdentity identity,
            DanishCalendar calendar,
            CitizenVisits visits) {
        this.intake = intake;
        this.services = services;
        this.caseFile = caseFile;
        this.repository = repository;
        this.runtime = runtime;
        this.identity = identity;
        this.calendar = calendar;
        this.visits = visits;
    }

    @Override
    public Received receive(SubmittedApplication application, @Nullable String idempotencyKey) {
        return intake.receive(application, idempotencyKey);
    }

    @Override
    public void confirm(CaseReference reference) {
        identity.asSystem(() -> {
            intake.confirm(reference);
            return reference;
        });
    }

    @Override
    public Waiting waiting(CaseReference reference) {
        return visits.waiting(reference);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(CaseReference reference, Decision decision) {
        visits.decide(reference, decision);
    }

    @Override
    public List<ServiceProgress> services(CaseReference reference) {
        return services.progress(reference).stream()
                .map(service -> new ServiceProgress(service.service(), service.state(), service.outcome()))
                .toList();
    }

    @Override
    public boolean isBeingWithdrawn(CaseReference reference) {
        return isUnderWay(Turn.WITHDRAWAL, reference);
    }

    /** As the start form does it (docs/adr/0067-turns-of-life-are-processes.md); nobody but the citizen has acted. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(CaseReference reference) {
        boolean underWay = Stream.of(Turn.WITHDRAWAL, Turn.RELOCATION).anyMatch(turn -> isUnderWay(turn, reference));
        if (!caseFile.get(reference).isOpen() || underWay) {
            return false;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("withdrawnBy", "citizen");
        fields.put("withdrawalChannel", null);
        fields.put("withdrawalReceivedOn", calendar.today());
        fields.put("withdrawalNote", null);
        String name = Turn.WITHDRAWAL.danishName();
        caseFile.journal(reference, WITHDRAWN, name + " på statussiden");
        caseFile.write(reference, fields, WITHDRAWN);
        identity.asSystem(() -> intake.begin(newest(), name, reference, Map.of()));
        return true;
    }

    private boolean isUnderWay(Turn turn, CaseReference reference) {
        return identity.asSystem(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(turn.process())
                        .processInstanceBusinessKey(reference.value())
                        .count()
                > 0);
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Turn.WITHDRAWAL.process())
                .withoutTenantId()
                .latestVersion()
                .singleResult()
                .getId();
    }
}
