package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.TestClock;
import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Breakers;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Population;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.BeanFactory;

/**
 * An open task of each kind, in a new case that has come to it the way cases do: people work over REST, authorities
 * answer over HTTP. Where a task is done again after a refusal it is opened so, since its form then says most.
 */
public final class RealTasks {

    /** A task that nobody has taken, and an account that may. */
    public record Open(String taskId, String account) {}

    private static final Act ACT = Act.bySystem("test");
    private static final Map<String, Object> ASK_NIDC = Map.of("doubtOutcome", "askNidc");

    /** As configured, and a little more than the longest pause between two tries of a job. */
    private static final Duration PATIENCE = Duration.ofMinutes(16);

    private final ProcessEngine engine;
    private final CaseFile caseFile;
    private final Clock clock;
    private final TestClock time;
    private final Authorities authorities;
    private final Behaviours behaviours;
    private final Population population;
    private final String address;

    public RealTasks(BeanFactory application, String address) {
        this.engine = application.getBean(ProcessEngine.class);
        this.caseFile = application.getBean(CaseFile.class);
        this.clock = application.getBean(Clock.class);
        this.time = application.getBean(TestClock.class);
        this.authorities = application.getBean(Authorities.class);
        this.behaviours = application.getBean(Behaviours.class);
        this.population = application.getBean(Population.class);
        this.address = address;
    }

    /** @param task the id of a user task, which is the id of its form */
    public Open open(String task) {
        CaseUnderTest theCase = reach(task);
        return new Open(theCase.task(task).getId(), theCase.accountFor(task));
    }

    /** A new case at this task; the authorities behave again. */
    CaseUnderTest reach(String task) {
        CaseUnderTest theCase = bring(task);
        behaviours.clear();
        Breakers.reset(authorities);
        return theCase;
    }

    /** @return the reference of an open case, which a start form may name */
    public String openCase() {
        return TestCases.euWorker(caseFile).value();
    }

    private CaseUnderTest bring(String task) {
        return switch (task) {
            case "registerPerson" -> enquiry();
            case "resolveDuplicate" -> duplicate();
            case "assessApplication" -> apply(person -> {});
            case "receiveDocuments" ->
                apply(person -> person.withArray("documents").remove(1))
                        .work("assessApplication", Map.of("assessmentOutcome", "documentsMissing"));
            case "bookAppointment" -> apply(person -> {}).work("assessApplication");
            case "checkIn" -> apply(person -> {}).work("assessApplication", "bookAppointment");
            case "callUp" -> apply(person -> {}).work("assessApplication", "bookAppointment", "checkIn");
            case "bookSiriAppointment" -> begin("euResidence", Map.of());
            case "recordSiriAttendance" -> begin("euResidence", Map.of()).work("bookSiriAppointment");
            case "followUpSiriAttendance" ->
                begin("euResidence", Map.of())
                        .work("bookSiriAppointment")
                        .work("recordSiriAttendance", Map.of("siriAttendance", "noShow"));
            case "followUpSiri" -> siriIsSilent();
            case "recordResidenceDocument" -> atSiri().until(task);
            case "controlIdentity" -> begin("identityControl", Map.of());
            case "examineDoubt" -> inDoubt();
            case "hearParty" -> refusalConsidered();
            case "sendToNidc" -> nidcStaysAway();
            case "recordNidcAnswer" -> nidcStaysAway().work("sendToNidc");
            case "followUpNidc" -> nidcIsLate();
            case "recordHearingAnswer" -> refusalConsidered().work("hearParty");
            case "decideRefusal" -> refusalConsidered().work("hearParty").fireTimer("hearingOver");
            case "searchNumberManually" -> begin("cprRegistration", Map.of("cprMode", "manual"));
            case "recordCprNumber" ->
                begin("cprRegistration", Map.of("cprMode", "manual"))
                        .work("searchNumberManually", "decideRegistration");
            case "confirmExistingNumber" -> knownInCpr();
            case "decideRegistration" -> rejectedByCpr();
            case "chooseDoctor" -> doctorHasClosed();
            case "handleNoDoctor" -> noOpenDoctor();
            case "assignDoctor" -> registered("healthCard").run().fireTimer("groupAnswerOverdue");
            case "recordHealthCard" ->
                away("healthInsurance/health-cards", registered("healthCard").run(), "chooseDoctor");
            case "followUpHealthCard" -> cardReturned();
            case "verifyForMitId" -> refusedByMitId();
            case "resumeMitId" ->
                registered("mitId")
                        .work("verifyForMitId", Map.of("mitIdOutcome", "postpone", "mitIdReturnOn", "2026-03-12"));
            case "recordMitId" -> away("mitid/identities", registered("mitId"), "verifyForMitId");
            case "checkTaxApplication" -> begin("taxApplication", Map.of());
            case "followUpTaxReceipt" -> taxReceiptIsLate();
            case "forwardTaxManually" ->
                away("skattestyrelsen/applications", begin("taxApplication", Map.of()), "checkTaxApplication");
            case "handleTaxRejection" -> taxRejected();
            case "registerUnemploymentBenefit" -> begin("unemploymentBenefit", Map.of());
            case "correctData" -> correction("identity");
            case "approveCorrection" -> correction("identity").work("correctData", Map.of("newFamilyName", "Nowicka"));
            case "informAuthority" -> notTakenBack();
            case "reconsiderDecision" -> complaint();
            case "recordComments" -> statementSent();
            case "forwardComplaint" -> statementSent().work("recordComments");
            case "recordComplaintDecision" -> statementSent().work("recordComments", "forwardComplaint");
            case "guideCitizen" -> begin("guidance", Map.of());
            case "reviewControl" -> drawn();
            case "recontrolIdentity" -> found("recontrol");
            case "closeFinding" -> found("training");
            default -> throw new AssertionError("Nobody has said how a case comes to " + task);
        };
    }

    /** The given process of a case that has come so far: identity document, address and job are known. */
    static CaseReference begin(ProcessEngine engine, CaseFile caseFile, String process, Map<String, Object> facts) {
        CaseReference reference = known(caseFile);
        Map<String, Object> variables = new HashMap<>(facts);
        variables.put("caseReference", reference.value());
        variables.put("municipality", "0147");
        variables.put("municipalityName", "Frederiksberg");
        engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(reference.value())
                .setVariables(variables)
                .execute();
        return reference;
    }

    private static CaseReference known(CaseFile caseFile) {
        CaseReference reference = TestCases.euWorker(caseFile);
        caseFile.write(
                reference, Map.of("identityDocumentExpiry", LocalDate.of(2031, 1, 1), "birthCountry", "POL"), ACT);
        return reference;
    }

    /** The process as the intake calls it. */
    private CaseUnderTest begin(String process, Map<String, Object> facts) {
        CaseReference reference = known(caseFile);
        Stages.begin(engine, reference, process, facts);
        return open(reference);
    }

    private CaseUnderTest apply(Consumer<ObjectNode> change) {
        return open(SampleApplication.send(address, change)).run();
    }

    private CaseUnderTest enquiry() {
        EngineRest.Answer started = new EngineRest(address, "visitation")
                .post(
                        "/process-definition/key/intake/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "channel", Map.of("value", "phone"),
                                        "category", Map.of("value", "euWorker"),
                                        "municipality", Map.of("value", "0147"))));
        assertThat(started.ok()).as(started.text()).isTrue();
        return open(new CaseReference(started.body().path("businessKey").asText()));
    }

    private CaseUnderTest duplicate() {
        Consumer<ObjectNode> sameDocument = person -> person.put("identityDocumentNumber", "C01X71717");
        apply(sameDocument);
        return apply(sameDocument.andThen(person -> person.put("municipality", "0265")));
    }

    private CaseUnderTest atSiri() {
        return begin("euResidence", Map.of()).work("bookSiriAppointment", "recordSiriAttendance");
    }

    private CaseUnderTest correction(String kind) {
        CaseUnderTest theCase = registered("guidance");
        turn(theCase, "correction", Map.of("correctionKind", kind, "correctionReason", "Borgeren ringede."));
        return theCase;
    }

    private CaseUnderTest complaint() {
        return complain(registered("guidance"), "registration");
    }

    /** The citizen complains about this decision. */
    CaseUnderTest complain(CaseUnderTest theCase, String decision) {
        return turn(
                theCase,
                "complaint",
                Map.of(
                        "complaintDecision",
                        decision,
                        "complaintReceivedOn",
                        LocalDate.now(clock).toString(),
                        "complaintChannel",
                        "mail",
                        "complaintText",
                        "Jeg bor her, og det kan jeg bevise."));
    }

    private CaseUnderTest statementSent() {
        return complaint().work("reconsiderDecision", Map.of("complaintOutcome", "upheld"));
    }

    /** SIRI has decided already when it is told of a withdrawal. */
    private CaseUnderTest notTakenBack() {
        CaseUnderTest theCase = apply(person -> {})
                .work("assessApplication", "bookAppointment", "checkIn", "callUp")
                .work("bookSiriAppointment", "recordSiriAttendance")
                .until("recordResidenceDocument");
        next("siri/notices", Behaviour.refuse("ALREADY_DECIDED"));
        return withdraw(theCase);
    }

    CaseUnderTest withdraw(CaseUnderTest theCase) {
        return turn(
                theCase,
                "withdrawal",
                Map.of("withdrawnBy", "citizen", "withdrawalChannel", "phone", "withdrawalReceivedOn", "2026-03-02"));
    }

    /** Somebody sends the start form of a turn of life. */
    CaseUnderTest turn(CaseUnderTest theCase, String process, Map<String, String> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        variables.put("caseReference", Map.of("value", theCase.reference().value()));
        EngineRest.Answer started = new EngineRest(address, "sagsbehandler")
                .post("/process-definition/key/" + process + "/submit-form", Map.of("variables", variables));
        assertThat(started.ok()).as(started.text()).isTrue();
        return theCase.run();
    }

    private CaseUnderTest siriIsSilent() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        return atSiri().run().fireTimer("siriOverdue");
    }

    private CaseUnderTest inDoubt() {
        return begin("identityControl", Map.of()).work("controlIdentity", Map.of("identityOutcome", "doubt"));
    }

    /** A control that was drawn, since it is a risk case. */
    private CaseUnderTest drawn() {
        CaseUnderTest theCase = inDoubt().work("examineDoubt");
        String today = LocalDate.now(clock).toString();
        EngineRest.Answer started = new EngineRest(address, "tilsyn")
                .post(
                        "/process-definition/key/controlSupervision/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "periodFrom", Map.of("value", today),
                                        "periodTo", Map.of("value", today))));
        assertThat(started.ok()).as(started.text()).isTrue();
        return theCase;
    }

    private CaseUnderTest found(String followUp) {
        return drawn().work(
                        "reviewControl",
                        Map.of(
                                "finding", "error",
                                "findingText", "Billedet er ikke sammenholdt.",
                                "followUp", followUp,
                                "trainingCourse", "identityControlBasics"));
    }

    private CaseUnderTest refusalConsidered() {
        return inDoubt().work("examineDoubt", Map.of("doubtOutcome", "refusalConsidered"));
    }

    private CaseUnderTest nidcStaysAway() {
        return away("nidc/referrals", inDoubt(), "examineDoubt", ASK_NIDC);
    }

    private CaseUnderTest nidcIsLate() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        return inDoubt().work("examineDoubt", ASK_NIDC).fireTimer("nidcOverdue");
    }

    private CaseUnderTest knownInCpr() {
        CaseUnderTest theCase = begin("cprRegistration", Map.of("cprMode", "connected"));
        population.add(
                new Population.Resident(
                        "7705911042",
                        String.valueOf(theCase.file("familyName")),
                        String.valueOf(theCase.file("givenNames")),
                        (LocalDate) theCase.file("birthDate"),
                        "POL",
                        String.valueOf(theCase.file("identityDocumentNumber"))),
                List.of());
        return theCase.run();
    }

    private CaseUnderTest rejectedByCpr() {
        CaseUnderTest theCase =
                begin("cprRegistration", Map.of("cprMode", "connected")).run();
        next("cpr/registrations", Behaviour.refuse("5404"));
        return theCase.work("decideRegistration");
    }

    private CaseUnderTest doctorHasClosed() {
        CaseUnderTest theCase = registered("healthCard").run();
        next("healthInsurance/health-cards", Behaviour.refuse("DOCTOR_CLOSED"));
        return theCase.work("chooseDoctor");
    }

    private CaseUnderTest noOpenDoctor() {
        next("healthInsurance/doctors", Behaviour.of(Behaviour.Kind.NO_OPEN_DOCTOR));
        return registered("healthCard").run();
    }

    private CaseUnderTest cardReturned() {
        next("healthInsurance/health-cards", Behaviour.of(Behaviour.Kind.REJECT));
        return registered("healthCard").run().work("chooseDoctor").until("followUpHealthCard");
    }

    private CaseUnderTest refusedByMitId() {
        CaseUnderTest theCase = registered("mitId");
        next("mitid/identities", Behaviour.refuse("PROOF_INCOMPLETE"));
        return theCase.work("verifyForMitId");
    }

    private CaseUnderTest taxReceiptIsLate() {
        next("skattestyrelsen/applications", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        return begin("taxApplication", Map.of()).work("checkTaxApplication").fireTimer("taxReceiptOverdue");
    }

    private CaseUnderTest taxRejected() {
        next("skattestyrelsen/applications", Behaviour.of(Behaviour.Kind.REJECT));
        return begin("taxApplication", Map.of()).work("checkTaxApplication").until("handleTaxRejection");
    }

    /** The authority answers neither the call that this task leads to nor the next one, when patience has run out. */
    private CaseUnderTest away(String operation, CaseUnderTest theCase, String task) {
        return away(operation, theCase, task, Map.of());
    }

    private CaseUnderTest away(String operation, CaseUnderTest theCase, String task, Map<String, Object> answers) {
        next(operation, Behaviour.of(Behaviour.Kind.DROP));
        assertThatThrownBy(() -> theCase.work(task, answers))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(operation.substring(0, operation.indexOf('/')));
        time.advance(PATIENCE);
        next(operation, Behaviour.of(Behaviour.Kind.DROP));
        return theCase.run();
    }

    private CaseUnderTest registered(String process) {
        CaseUnderTest theCase = begin(process, Map.of());
        TestCases.decideRegistration(caseFile, theCase.reference());
        caseFile.write(theCase.reference(), Map.of("cprNumber", "7705911000"), ACT);
        return theCase;
    }

    private void next(String operation, Behaviour behaviour) {
        String[] path = operation.split("/");
        behaviours.next(path[0], path[1], behaviour);
    }

    private CaseUnderTest open(CaseReference reference) {
        return new CaseUnderTest(engine, caseFile, clock, address, reference);
    }
}
