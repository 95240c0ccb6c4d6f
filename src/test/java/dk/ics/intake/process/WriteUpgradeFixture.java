package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Receipt;
import dk.ics.intake.upgrade.Dump;
import dk.ics.intake.upgrade.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.test.context.TestPropertySource;

/**
 * No test, so that {@code mvn verify} leaves it alone: writes the fixture of this version, a database with a case in
 * every wait state, before the models change. {@code mvn test -Dtest=WriteUpgradeFixture}; {@code UpgradeFixtureTest}
 * says which wait state has no case.
 */
@TestPropertySource(properties = "camunda.bpm.generic-properties.properties.hostname=fixture")
class WriteUpgradeFixture extends WaitingCases {

    private static final Map<String, Object> GUIDED = Map.of("taxOutcome", "guide");

    @Autowired
    TestDatabase database;

    @Autowired
    BuildProperties build;

    private final List<CaseUnderTest> tried = new ArrayList<>();
    private final List<CaseUnderTest> givenUp = new ArrayList<>();

    @Test
    void write() throws Exception {
        Path file = Fixture.of(build.getVersion().replace("-SNAPSHOT", ""));
        assertThat(file)
                .as("A fixture is never written anew: raise the version in pom.xml first")
                .doesNotExist();
        closed();
        visitation();
        residence();
        identity();
        registration();
        healthCardAndMitId();
        tax();
        jobs();
        tried.forEach(theCase -> unanswered(theCase, theCase.leftJobs().get(0).getRetries() - 1));
        givenUp.forEach(theCase -> unanswered(theCase, 0));

        namesAsFromTheJar();
        Files.createDirectories(file.getParent());
        try (Connection connection = database.as("postgres").getConnection()) {
            Dump.write(connection, file);
        }
    }

    /** The engine names a deployed file by its whole path on this machine, but one in the jar by its name. */
    private void namesAsFromTheJar() {
        Map<String, String> named = Map.of(
                "act_ge_bytearray", "name_",
                "act_re_procdef", "resource_name_",
                "act_re_decision_def", "resource_name_",
                "act_re_decision_req_def", "resource_name_",
                "act_re_camformdef", "resource_name_");
        named.forEach((table, column) ->
                database.execute("update %1$s set %2$s = regexp_replace(%2$s, '^/.*/', '')".formatted(table, column)));
    }

    private void closed() {
        registered(apply())
                .work("chooseDoctor", "verifyForMitId", "checkTaxApplication")
                .untilEnd("caseClosed");
        apply().work("assessApplication", REFERRED).isClosed("referred");
        withoutProofOfAddress()
                .work("assessApplication", PAPERS_MISSING)
                .work("receiveDocuments", Map.of("documentsOutcome", "notComing"))
                .isClosed("documentsNotReceived");
        taxOnly().work("checkTaxApplication", GUIDED).isClosed("refused");
    }

    private void visitation() {
        begun(enquire(""), "registerPerson", "visitation", "municipality", "0147");
        enquire("0147");
        apply(person -> person.put("identityDocumentNumber", "C01X70001"));
        apply(person -> person.put("identityDocumentNumber", "C01X70001")).task("resolveDuplicate");
        begun(apply(), "assessApplication", "visitation", "assessmentNote", "Ringer i morgen");
        for (int number = 0; number < 2; number++) {
            withoutProofOfAddress().work("assessApplication", PAPERS_MISSING).task("receiveDocuments");
        }
        withoutProofOfAddress()
                .work("assessApplication", PAPERS_MISSING)
                .fireTimer("documentReminderDue")
                .task("receiveDocuments");
        apply().work("assessApplication").task("bookAppointment");
        apply().work("assessApplication", "bookAppointment").task("checkIn");
        apply().work("assessApplication", "bookAppointment", "checkIn").task("callUp");
    }

    private void residence() throws Exception {
        CaseUnderTest answered = siriIsSilent().fireTimer("siriOverdue");
        postman.releaseHeld();
        answered.until(() -> answered.journal().contains("handOverToSiri: ACCEPTERET"))
                .task("followUpSiri");
        siriIsSilent().fireTimer("siriOverdue").task("followUpSiri");
        siriIsSilent();
        siriIsSilent();
        toTheDesk(apply()).until("recordResidenceDocument");
        String unknown = UUID.randomUUID().toString();
        postman.bring("siri", new Receipt(unknown + "-1", unknown, "MODTAGET", Map.of()));
    }

    private CaseUnderTest siriIsSilent() {
        next("siri/hand-overs", Behaviour.Kind.LATE_RECEIPT);
        CaseUnderTest theCase = toTheDesk(apply());
        assertThat(theCase.isAt("awaitSiriDecision")).isTrue();
        return theCase;
    }

    private void identity() {
        toIdentityControl(apply()).task("controlIdentity");
        toIdentityControl(apply()).work("controlIdentity", DOUBT).task("examineDoubt");
        CaseUnderTest unheard =
                toIdentityControl(apply()).work("controlIdentity", DOUBT).work("examineDoubt", REFUSAL_CONSIDERED);
        begun(unheard, "hearParty", "specialist", "hearingText", "Udkast til partshøring");
        toIdentityControl(apply())
                .work("controlIdentity", DOUBT)
                .work("examineDoubt", REFUSAL_CONSIDERED)
                .work("hearParty")
                .task("decideRefusal");
    }

    private void registration() {
        toRegistration(withoutLineToCpr(apply())).task("searchNumberManually");
        toRegistration(withoutLineToCpr(apply()))
                .work("searchNumberManually", "decideRegistration")
                .task("recordCprNumber");
        toRegistration(withNumber(apply())).task("confirmExistingNumber");
        begun(toRegistration(apply()), "decideRegistration", "sagsbehandler2", "registrationDate", "2026-02-01");
    }

    private void healthCardAndMitId() {
        CaseUnderTest registered = registered(apply());
        registered.task("chooseDoctor");
        registered.task("verifyForMitId");
        next("healthInsurance/doctors", Behaviour.Kind.NO_OPEN_DOCTOR);
        registered(apply()).task("handleNoDoctor");
    }

    private void tax() {
        taxOnly().task("checkTaxApplication");
        taxIsSilent();
        taxIsSilent();
        taxIsSilent().fireTimer("taxReceiptOverdue").task("followUpTaxReceipt");
        next("skattestyrelsen/applications", Behaviour.Kind.REJECT);
        taxOnly().work("checkTaxApplication").until("handleTaxRejection");
    }

    private CaseUnderTest taxIsSilent() {
        next("skattestyrelsen/applications", Behaviour.Kind.LATE_RECEIPT);
        CaseUnderTest theCase = taxOnly().work("checkTaxApplication");
        assertThat(theCase.isAt("awaitTaxReceipt")).isTrue();
        return theCase;
    }

    private void jobs() {
        jobBefore("sendReferral", this::apply, theCase -> theCase.work("assessApplication", REFERRED));
        jobBefore(
                "requestDocuments",
                this::withoutProofOfAddress,
                theCase -> theCase.work("assessApplication", PAPERS_MISSING));
        jobBefore(
                "remindDocuments",
                this::withoutProofOfAddress,
                theCase -> theCase.work("assessApplication", PAPERS_MISSING).fireTimer("documentReminderDue"));
        jobBefore("sendInvitation", this::apply, theCase -> theCase.work("assessApplication", "bookAppointment"));
        jobBefore("handOverToSiri", this::apply, this::toTheDesk);
        jobBefore("searchExistingNumber", this::apply, this::toRegistration);
        jobBefore("registerInCpr", this::apply, this::registered);
        jobBefore("findOpenDoctors", this::apply, this::registered);
        jobBefore("orderHealthCard", this::apply, theCase -> registered(theCase).work("chooseDoctor"));
        jobBefore("createMitId", this::apply, theCase -> registered(theCase).work("verifyForMitId"));
        jobBefore("forwardTaxApplication", this::taxOnly, theCase -> theCase.work("checkTaxApplication"));

        CaseUnderTest early = jobAfter("handOverToSiri", apply(), this::toTheDesk);
        early.until(() -> early.journal().contains("handOverToSiri: ACCEPTERET"));
        jobAfter("forwardTaxApplication", taxOnly(), theCase -> theCase.work("checkTaxApplication"));
        jobAfter(
                "attendance",
                apply(),
                theCase -> theCase.work("assessApplication", "bookAppointment")
                        .work("checkIn", Map.of("attendanceOutcome", "notComing")));
        jobAfter("healthCard", apply(), theCase -> registered(theCase).work("chooseDoctor"));
        jobAfter("mitId", apply(), theCase -> registered(theCase).work("verifyForMitId"));
        jobAfter("taxApplication", taxOnly(), theCase -> theCase.work("checkTaxApplication", GUIDED));
    }

    private CaseUnderTest registered(CaseUnderTest theCase) {
        return toRegistration(theCase).work("decideRegistration");
    }

    /** One case waits for the job, another has tried it in vain, a third has given up. */
    private void jobBefore(String task, Supplier<CaseUnderTest> begin, Consumer<CaseUnderTest> goOn) {
        waitsForJob(task + "/async-before", begin.get(), goOn);
        tried.add(waitsForJob(task + "/async-before", begin.get(), goOn));
        givenUp.add(waitsForJob(task + "/async-before", begin.get(), goOn));
    }

    private static CaseUnderTest jobAfter(String activity, CaseUnderTest theCase, Consumer<CaseUnderTest> goOn) {
        return waitsForJob(activity + "/async-after", theCase, goOn);
    }

    private static CaseUnderTest waitsForJob(String job, CaseUnderTest theCase, Consumer<CaseUnderTest> goOn) {
        goOn.accept(theCase.leaving(job));
        assertThat(theCase.leftJobs()).as(job).hasSize(1);
        return theCase;
    }
}
