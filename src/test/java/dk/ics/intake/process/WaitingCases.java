package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Breakers;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Postman;
import dk.ics.intake.web.security.WebappUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Brings cases to where they wait, as people, authorities and time do it. */
@IntakeTest
abstract class WaitingCases {

    static final Map<String, Object> PAPERS_MISSING = Map.of("assessmentOutcome", "documentsMissing");
    static final Map<String, Object> REFERRED =
            Map.of("assessmentOutcome", "referred", "referredTo", "Borgerservice Odense");

    private static final List<String> OPERATIONS = List.of(
            "siri/hand-overs",
            "siri/notices",
            "cpr/search",
            "cpr/lookup",
            "cpr/registrations",
            "cpr/notices",
            "healthInsurance/doctors",
            "healthInsurance/health-cards",
            "healthInsurance/notices",
            "mitid/identities",
            "mitid/notices",
            "skattestyrelsen/applications",
            "skattestyrelsen/notices",
            "nidc/referrals",
            "nidc/notices");
    private static final int NO_MAIL_SERVER = 1;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessEngineConfigurationImpl settings;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Clock clock;

    @Autowired
    Authorities authorities;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Postman postman;

    @Autowired
    TestDatabase database;

    @Autowired
    JavaMailSenderImpl mailSender;

    /** All services, all papers. */
    final CaseUnderTest apply() {
        return apply(person -> {});
    }

    final CaseUnderTest apply(Consumer<ObjectNode> change) {
        return of(SampleApplication.send(address(), change));
    }

    /** A case that needs a tax card only. */
    final CaseUnderTest taxOnly() {
        return apply(person -> person.put("plannedStay", "upToThreeMonths")).work("assessApplication");
    }

    final CaseUnderTest withoutProofOfAddress() {
        return apply(person -> person.withArray("documents").remove(1));
    }

    final CaseUnderTest enquire(String municipality) {
        EngineRest.Answer answer = new EngineRest(address(), "visitation")
                .post(
                        "/process-definition/key/intake/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "channel", Map.of("value", "phone"),
                                        "category", Map.of("value", "euWorker"),
                                        "municipality", Map.of("value", municipality))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return of(CaseReference.parse(answer.body().path("businessKey").asText()));
    }

    /** From the first assessment to the desk. */
    final CaseUnderTest toTheDesk(CaseUnderTest theCase) {
        return theCase.work("assessApplication", "bookAppointment", "checkIn", "callUp")
                .work("bookSiriAppointment", "recordSiriAttendance");
    }

    /** On to the identity control. */
    final CaseUnderTest toIdentityControl(CaseUnderTest theCase) {
        return toTheDesk(theCase).until("recordResidenceDocument").work("recordResidenceDocument");
    }

    /** On to the registration in CPR. */
    final CaseUnderTest toRegistration(CaseUnderTest theCase) {
        return toIdentityControl(theCase).work("controlIdentity");
    }

    final void next(String operation, Behaviour.Kind behaviour) {
        String[] path = operation.split("/");
        behaviours.next(path[0], path[1], Behaviour.of(behaviour));
    }

    /** An account has taken the task, begun to type, and gone home. */
    final CaseUnderTest begun(CaseUnderTest theCase, String task, String account, String field, String text) {
        String path = "/task/" + theCase.task(task).getId();
        EngineRest rest = new EngineRest(address(), account);
        assertThat(rest.post(path + "/claim", Map.of("userId", account)).status())
                .isEqualTo(204);
        assertThat(rest.get(path + "/form-variables").status()).isEqualTo(200);
        assertThat(WebappUser.login(port, account, "demo", "tasklist")
                        .http()
                        .json(
                                "PUT",
                                "/camunda/api/ics" + path + "/draft",
                                "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(field, text))
                        .statusCode())
                .isEqualTo(204);
        return theCase;
    }

    /** A job is tried in vain: nobody answers, and the journal takes nothing. */
    final void tryInVain(String id) {
        Job due = job(id);
        int mailServer = mailSender.getPort();
        mailSender.setPort(NO_MAIL_SERVER);
        OPERATIONS.forEach(operation -> next(operation, Behaviour.Kind.FAIL));
        database.execute("revoke insert on ics.journal from app");
        try {
            ExecuteJobHelper.executeJob(id, settings.getCommandExecutorTxRequired());
            throw new AssertionError("Somebody answered " + due.getJobDefinitionId());
        } catch (RuntimeException unanswered) {
            assertThat(job(id).getRetries()).isEqualTo(due.getRetries() - 1);
        } finally {
            database.execute("grant insert on ics.journal to app");
            behaviours.clear();
            Breakers.reset(authorities);
            mailSender.setPort(mailServer);
        }
    }

    private Job job(String id) {
        return Objects.requireNonNull(
                engine.getManagementService().createJobQuery().jobId(id).singleResult());
    }

    final CaseUnderTest of(CaseReference reference) {
        return new CaseUnderTest(engine, caseFile, clock, address(), reference);
    }

    final String address() {
        return "http://localhost:" + port;
    }
}
