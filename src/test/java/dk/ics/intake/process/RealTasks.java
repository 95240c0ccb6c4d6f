package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Population;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * An open task of each kind, in a new case that has come to it the way cases do: people work over REST, authorities
 * answer over HTTP. Where a task is done again after a refusal it is opened so, since its form then says most.
 */
public final class RealTasks {

    /** A task that this account has taken. */
    public record Taken(String taskId, String account) {}

    private static final Act ACT = Act.bySystem("test");

    private final ProcessEngine engine;
    private final CaseFile caseFile;
    private final Clock clock;
    private final Behaviours behaviours;
    private final Population population;
    private final String address;

    public RealTasks(
            ProcessEngine engine,
            CaseFile caseFile,
            Clock clock,
            Behaviours behaviours,
            Population population,
            String address) {
        this.engine = engine;
        this.caseFile = caseFile;
        this.clock = clock;
        this.behaviours = behaviours;
        this.population = population;
        this.address = address;
    }

    /** @param task the id of a user task, which is the id of its form */
    public Taken open(String task) {
        CaseUnderTest theCase = reach(task);
        behaviours.clear();
        EngineRest account = theCase.take(task);
        return new Taken(theCase.task(task).getId(), account.account());
    }

    private CaseUnderTest reach(String task) {
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
            case "followUpSiri" -> siriIsSilent();
            case "recordResidenceDocument" -> atSiri().until(task);
            case "controlIdentity" -> begin("identityControl", Map.of());
            case "examineDoubt" -> inDoubt();
            case "hearParty" -> refusalConsidered();
            case "decideRefusal" -> refusalConsidered().work("hearParty");
            case "searchNumberManually" -> begin("cprRegistration", Map.of("cprMode", "manual"));
            case "recordCprNumber" ->
                begin("cprRegistration", Map.of("cprMode", "manual"))
                        .work("searchNumberManually", "decideRegistration");
            case "confirmExistingNumber" -> knownInCpr();
            case "decideRegistration" -> rejectedByCpr();
            case "chooseDoctor" -> doctorHasClosed();
            case "handleNoDoctor" -> noOpenDoctor();
            case "verifyForMitId" -> refusedByMitId();
            case "checkTaxApplication" -> begin("taxApplication", Map.of());
            case "followUpTaxReceipt" -> taxReceiptIsLate();
            case "handleTaxRejection" -> taxRejected();
            default -> rightBefore(task);
        };
    }

    /** The given process of a case that has come so far: identity document, address and job are known. */
    static CaseReference begin(ProcessEngine engine, CaseFile caseFile, String process, Map<String, Object> facts) {
        CaseReference reference = TestCases.euWorker(caseFile);
        caseFile.write(
                reference, Map.of("identityDocumentExpiry", LocalDate.of(2031, 1, 1), "birthCountry", "POL"), ACT);
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

    private CaseUnderTest begin(String process, Map<String, Object> facts) {
        return open(begin(engine, caseFile, process, facts));
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

    /** A task that nobody has said how a case comes to: its process begins right before it. */
    private CaseUnderTest rightBefore(String task) {
        ProcessDefinition process =
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                        .filter(definition -> engine.getRepositoryService()
                                        .getBpmnModelInstance(definition.getId())
                                        .getModelElementById(task)
                                != null)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No process has the task " + task));
        CaseReference reference = TestCases.euWorker(caseFile);
        TestCases.decideRegistration(caseFile, reference);
        caseFile.write(
                reference,
                Map.of(
                        "identityDocumentExpiry",
                        LocalDate.of(2031, 1, 1),
                        "birthCountry",
                        "POL",
                        "cprNumber",
                        "7705911000"),
                ACT);
        engine.getRuntimeService()
                .createProcessInstanceById(process.getId())
                .businessKey(reference.value())
                .setVariables(Map.of(
                        "caseReference",
                        reference.value(),
                        "municipality",
                        "0147",
                        "municipalityName",
                        "Frederiksberg"))
                .startBeforeActivity(task)
                .execute();
        return open(reference);
    }

    private CaseUnderTest siriIsSilent() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        return atSiri().run().fireTimer("siriOverdue");
    }

    private CaseUnderTest inDoubt() {
        return begin("identityControl", Map.of()).work("controlIdentity", Map.of("identityOutcome", "doubt"));
    }

    private CaseUnderTest refusalConsidered() {
        return inDoubt().work("examineDoubt", Map.of("doubtOutcome", "refusalConsidered"));
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
