package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Population;
import dk.ics.intake.simulator.Postman;
import dk.ics.intake.web.security.WebappUser;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
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
    static final Map<String, Object> DOUBT = Map.of("identityOutcome", "doubt");
    static final Map<String, Object> REFUSAL_CONSIDERED = Map.of("doubtOutcome", "refusalConsidered");

    private static final List<String> OPERATIONS = List.of(
            "siri/hand-overs",
            "cpr/search",
            "cpr/lookup",
            "cpr/registrations",
            "healthInsurance/doctors",
            "healthInsurance/health-cards",
            "mitid/identities",
            "skattestyrelsen/applications");
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
    TestClock time;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Postman postman;

    @Autowired
    Population population;

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
        return theCase.work("assessApplication", "bookAppointment", "checkIn", "callUp");
    }

    /** On to the identity control. */
    final CaseUnderTest toIdentityControl(CaseUnderTest theCase) {
        return toTheDesk(theCase).until("recordResidenceDocument").work("recordResidenceDocument");
    }

    /** On to the registration in CPR. */
    final CaseUnderTest toRegistration(CaseUnderTest theCase) {
        return toIdentityControl(theCase).work("controlIdentity");
    }

    /** The municipality has no line to CPR. */
    final CaseUnderTest withoutLineToCpr(CaseUnderTest theCase) {
        engine.getRuntimeService()
                .setVariable(
                        theCase.task("assessApplication").getProcessInstanceId(),
                        RoutingVariable.CPR_MODE.key(),
                        "manual");
        return theCase;
    }

    /** The citizen stands in CPR already. */
    final CaseUnderTest withNumber(CaseUnderTest theCase) {
        LocalDate born = (LocalDate) theCase.file("birthDate");
        population.add(
                new Population.Resident(
                        "%02d%02d%02d0901"
                                .formatted(born.getDayOfMonth() + 60, born.getMonthValue(), born.getYear() % 100),
                        String.valueOf(theCase.file("familyName")),
                        String.valueOf(theCase.file("givenNames")),
                        born,
                        String.valueOf(theCase.file("identityDocumentState")),
                        String.valueOf(theCase.file("identityDocumentNumber"))),
                List.of());
        return theCase;
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

    /** Nobody answers the job that the case was left at, until it has no more than so many tries. */
    final void unanswered(CaseUnderTest theCase, int tries) {
        String id = theCase.leftJobs().get(0).getId();
        int mailServer = mailSender.getPort();
        mailSender.setPort(NO_MAIL_SERVER);
        for (Job job = job(id); job.getRetries() > tries; job = job(id)) {
            waitFor(job.getDuedate());
            OPERATIONS.forEach(operation -> next(operation, Behaviour.Kind.FAIL));
            try {
                ExecuteJobHelper.executeJob(id, settings.getCommandExecutorTxRequired());
                throw new AssertionError("Somebody answered");
            } catch (RuntimeException unanswered) {
                assertThat(job(id)).as("the job, its failure kept").isNotNull();
            }
        }
        behaviours.clear();
        mailSender.setPort(mailServer);
    }

    private void waitFor(@org.jspecify.annotations.Nullable Date due) {
        if (due != null && due.toInstant().isAfter(time.now())) {
            time.advance(Duration.between(time.now(), due.toInstant()).plusSeconds(1));
        }
    }

    private Job job(String id) {
        return Objects.requireNonNull(
                engine.getManagementService().createJobQuery().jobId(id).singleResult());
    }

    private CaseUnderTest of(CaseReference reference) {
        return new CaseUnderTest(engine, caseFile, clock, address(), reference);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
