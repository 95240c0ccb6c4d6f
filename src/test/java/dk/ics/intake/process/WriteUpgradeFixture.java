package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.letter.Typesetter;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Receipt;
import dk.ics.intake.upgrade.Dump;
import dk.ics.intake.upgrade.Fixture;
import dk.ics.intake.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.w3c.dom.Document;

/**
 * No test, so that {@code mvn verify} leaves it alone: writes the fixture of this version, a database with a case in
 * every wait state, before the models change. {@code mvn test -Dtest=WriteUpgradeFixture}; {@code UpgradeFixtureTest}
 * says which wait state has no case.
 */
@TestPropertySource(properties = "camunda.bpm.generic-properties.properties.hostname=fixture")
class WriteUpgradeFixture extends WaitingCases {

    private static final Map<String, Object> GUIDED = Map.of("taxOutcome", "guide");
    private static final Map<String, Object> ASK_NIDC = Map.of("doubtOutcome", "askNidc");
    private static final Map<String, Object> UPHELD = Map.of("complaintOutcome", "upheld");

    /** Letters hardly compress: the first of each kind is set, for the others an empty page is enough. */
    @TestConfiguration
    static class ShortLetters {

        @Bean
        @Primary
        Typesetter shortLetters() {
            Set<String> set = ConcurrentHashMap.newKeySet();
            return new Typesetter() {
                @Override
                public byte[] pdf(Document page, LocalDate date) {
                    String title = page.getElementsByTagName("title")
                            .item(0)
                            .getTextContent()
                            .replaceAll("\\d", "");
                    return set.add(title) ? super.pdf(page, date) : emptyPage();
                }
            };
        }

        private static byte[] emptyPage() {
            try (PDDocument document = new PDDocument();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                document.addPage(new PDPage());
                document.setDocumentId(0L);
                document.save(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Autowired
    BuildProperties build;

    @Autowired
    BeanFactory application;

    private RealTasks cases;

    /** The ids of jobs that shall be tried once, or until nothing is left but to look at them. */
    private final List<String> tried = new ArrayList<>();

    private final List<String> givenUp = new ArrayList<>();

    @BeforeEach
    void openApplication() {
        cases = new RealTasks(application, address());
    }

    @Test
    void write() throws Exception {
        Path file = Fixture.of(build.getVersion().replace("-SNAPSHOT", ""));
        assertThat(file)
                .as("A fixture is never written anew: raise the version in pom.xml first")
                .doesNotExist();
        closed();
        begun();
        tasks();
        receipts();
        jobs();
        jobsOfTurns();
        monthBegins();
        tried.forEach(this::tryInVain);
        givenUp.forEach(job -> {
            tryInVain(job);
            engine.getManagementService().setJobRetries(job, 1);
            tryInVain(job);
        });

        namesAsFromTheJar();
        documentsInTheClear();
        Files.createDirectories(file.getParent());
        try (Connection connection = database.as("postgres").getConnection()) {
            Dump.write(connection, file);
        }
    }

    /** The keys of this run are not in the fixture; a later version seals what it finds in the clear. */
    private void documentsInTheClear() {
        Vault vault = application.getBean(Vault.class);
        JdbcTemplate superuser = new JdbcTemplate(database.as("postgres"));
        superuser.query("select id, content, content_key from ics.document where content_key is not null", row -> {
            UUID id = row.getObject("id", UUID.class);
            byte[] clear = vault.open(Vault.Kind.DOCUMENT, id, row.getBytes("content"), row.getString("content_key"));
            // Not by a trigger of the ledger: the row's digest stays what it is.
            superuser.execute((ConnectionCallback<@Nullable Void>) connection -> {
                try (Statement role = connection.createStatement();
                        PreparedStatement update = connection.prepareStatement(
                                "update ics.document set content = ?, content_key = null where id = ?")) {
                    role.execute("set session_replication_role = replica");
                    update.setBytes(1, clear);
                    update.setObject(2, id);
                    update.executeUpdate();
                    role.execute("reset session_replication_role");
                }
                return null;
            });
        });
        superuser.execute("delete from ics.vault_key");
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
        toRegistration(apply())
                .work("decideRegistration", "chooseDoctor", "verifyForMitId", "checkTaxApplication")
                .untilEnd("caseClosed")
                .untilEnd("cardDelivered");
        apply().work("assessApplication", REFERRED).isClosed("referred");
        withoutProofOfAddress()
                .work("assessApplication", PAPERS_MISSING)
                .work("receiveDocuments", Map.of("documentsOutcome", "notComing"))
                .isClosed("documentsNotReceived");
        taxOnly().work("checkTaxApplication", GUIDED).isClosed("refused");
    }

    /** Tasks that somebody has taken and begun to type in. */
    private void begun() {
        begun(enquire(""), "registerPerson", "visitation", "municipality", "0147");
        begun(apply(), "assessApplication", "visitation", "assessmentNote", "Ringer i morgen");
        begun(cases.reach("hearParty"), "hearParty", "specialist", "hearingGrounds", "Udkast til partshøring");
        begun(toRegistration(apply()), "decideRegistration", "sagsbehandler2", "registrationDate", "2026-02-01");
    }

    /** A case at each task, another where time may run out, and one whose task is done and what follows is not. */
    private void tasks() {
        for (UserTask task : Stages.elements(UserTask.class)) {
            String id = task.getId();
            cases.reach(id);
            if (Stages.elements(BoundaryEvent.class).stream()
                    .anyMatch(event -> event.getAttachedTo().getId().equals(id))) {
                cases.reach(id);
            }
            if (task.isCamundaAsyncAfter()) {
                jobAfter(id, id);
            }
        }
        cases.reach("receiveDocuments").fireTimer("documentReminderDue");
        protectedUntil(LocalDate.of(2027, 3, 2)).work("guideCitizen").timer("protectionLapsesSoon");
    }

    private void receipts() throws Exception {
        CaseUnderTest answered = cases.reach("followUpSiri");
        postman.releaseHeld();
        answered.until(() -> answered.journal().contains("handOverToSiri: ACCEPTERET"))
                .task("followUpSiri");
        for (int number = 0; number < 2; number++) {
            silent("siri/hand-overs", "awaitSiriDecision", "bookSiriAppointment", "recordSiriAttendance");
            silent("skattestyrelsen/applications", "awaitTaxReceipt", "checkTaxApplication");
            silent("healthInsurance/health-cards", "awaitDelivery", "chooseDoctor");
            CaseUnderTest doubted = cases.reach("examineDoubt");
            next("nidc/referrals", Behaviour.Kind.LATE_RECEIPT);
            assertThat(doubted.work("examineDoubt", ASK_NIDC).isAt("awaitNidcAnswer"))
                    .isTrue();
        }
        String unknown = UUID.randomUUID().toString();
        postman.bring("siri", new Receipt(unknown + "-1", unknown, "MODTAGET", Map.of()));
    }

    private void silent(String operation, String wait, String... tasks) {
        CaseUnderTest theCase = cases.reach(tasks[0]);
        next(operation, Behaviour.Kind.LATE_RECEIPT);
        assertThat(theCase.work(tasks).isAt(wait)).as(wait).isTrue();
    }

    private void jobs() {
        jobsBefore("sendReferral", "assessApplication", REFERRED);
        jobsBefore(
                "requestDocuments",
                this::withoutProofOfAddress,
                theCase -> theCase.work("assessApplication", PAPERS_MISSING));
        jobsBefore(
                "remindDocuments",
                () -> cases.reach("receiveDocuments"),
                theCase -> theCase.fireTimer("documentReminderDue"));
        jobsBefore("confirmApplication", () -> apply(), this::confirm);
        jobsBefore(
                "offerBooking", () -> cases.reach("bookAppointment"), theCase -> theCase.fireTimer("bookingOfferDue"));
        jobsBefore("sendInvitation", "bookAppointment");
        jobsBefore(
                "sendAppointmentReminder",
                () -> cases.reach("bookAppointment")
                        .work("bookAppointment", Map.of("appointmentAt", "2026-03-09T10:15:00+01:00")),
                theCase -> theCase.fireTimer("dayBeforeAppointment"));
        jobsBefore("handOverToSiri", "bookSiriAppointment");
        jobsBefore("referToNidc", "examineDoubt", ASK_NIDC);
        jobsBefore("sendHearing", "hearParty");
        jobsBefore("sendIdentityRefusal", "decideRefusal", Map.of("refusalOutcome", "refused"));
        jobsBefore("searchExistingNumber", "controlIdentity");
        jobsBefore("sendRegistrationRefusal", "decideRegistration", Map.of("registrationOutcome", "refuse"));
        jobsBefore("registerInCpr", "decideRegistration");
        jobsBefore("findOpenDoctors", "handleNoDoctor", Map.of("noDoctorOutcome", "searchAgain"));
        jobsBefore("orderHealthCard", "chooseDoctor");
        jobsBefore("sendMitIdRefusal", "verifyForMitId", Map.of("mitIdOutcome", "refuse"));
        jobsBefore("createMitId", "verifyForMitId");
        jobsBefore("forwardTaxApplication", "checkTaxApplication");
        jobsBefore("sendSummary", "guideCitizen");
        jobsBefore(
                "sendProtectionReminder",
                () -> protectedUntil(LocalDate.of(2026, 3, 20)),
                theCase -> theCase.work("guideCitizen"));

        jobAfter("handOverToSiri", "bookSiriAppointment");
        jobAfter("referToNidc", "examineDoubt", ASK_NIDC);
        jobAfter("forwardTaxApplication", "checkTaxApplication");
        jobAfter("attendance", "checkIn", Map.of("attendanceOutcome", "notComing"));
        jobAfter("healthCard", "chooseDoctor");
        jobAfter("mitId", "verifyForMitId");
        jobAfter("taxApplication", "checkTaxApplication", GUIDED);
        jobAfter("unemploymentBenefit", "registerUnemploymentBenefit");
        jobAfter("guidance", "guideCitizen");
    }

    private void jobsOfTurns() {
        Supplier<CaseUnderTest> open = () -> cases.reach("guideCitizen");
        Supplier<CaseUnderTest> closed = () -> open.get().work("guideCitizen");
        jobsBefore("stopCase", open, cases::withdraw);
        jobsBefore("tellAuthorities", "approveCorrection");
        jobsBefore("confirmWithdrawal", open, cases::withdraw);
        jobsBefore("refuseWithdrawal", open, this::withdrawTooLate);
        jobsBefore("endForDeparture", open, this::depart);
        jobsBefore("confirmDeparture", open, this::depart);
        jobsBefore("relocateCase", open, this::relocate);
        jobsBefore("confirmRelocation", open, this::relocate);
        jobsBefore("confirmCorrection", "approveCorrection");
        jobsBefore("refuseCorrection", "correctData", Map.of("correctionOutcome", "dismiss"));
        Supplier<CaseUnderTest> complaint = () -> cases.complain(closed.get(), "mitId");
        jobsBefore("reopenCase", complaint, theCase -> theCase.work("reconsiderDecision"));
        jobsBefore("confirmChangedDecision", complaint, theCase -> theCase.work("reconsiderDecision"));
        jobsBefore("sendStatement", complaint, theCase -> theCase.work("reconsiderDecision", UPHELD));
        jobsBefore("assembleDossier", "recordComments");
        jobsBefore("confirmForwarding", "forwardComplaint");
    }

    /** A month has begun whose first working day has not come. */
    private void monthBegins() {
        Job month = engine.getManagementService()
                .createJobQuery()
                .activityId("monthBegun")
                .singleResult();
        engine.getManagementService().executeJob(month.getId());
    }

    /** The case is closed before the withdrawal takes effect. */
    private void withdrawTooLate(CaseUnderTest theCase) {
        CaseUnderTest meanwhile = of(theCase.reference()).leaving("stopCase/async-before");
        cases.withdraw(meanwhile).work("guideCitizen");
        theCase.run();
    }

    /** As the citizens' pages have an application confirmed. */
    private void confirm(CaseUnderTest theCase) {
        engine.getRuntimeService()
                .createProcessInstanceByKey("applicationReceipt")
                .businessKey(theCase.reference().value())
                .setVariables(Map.of("caseReference", theCase.reference().value(), "municipality", "0147"))
                .execute();
    }

    private void depart(CaseUnderTest theCase) {
        cases.turn(
                theCase,
                "departure",
                Map.of("departureKind", "departed", "departureDate", "2026-03-01", "departureReportedBy", "citizen"));
    }

    private void relocate(CaseUnderTest theCase) {
        cases.turn(theCase, "relocation", Map.of("relocationMunicipality", "0101", "relocatedOn", "2026-03-01"));
    }

    /** A registered citizen whose name and address are protected. */
    private CaseUnderTest protectedUntil(LocalDate day) {
        CaseUnderTest theCase = cases.reach("guideCitizen");
        caseFile.write(
                theCase.reference(),
                Map.of(
                        "addressProtection",
                        "nameAndAddress",
                        "addressProtectionFrom",
                        LocalDate.of(2026, 3, 2),
                        "addressProtectionUntil",
                        day),
                Act.bySystem("fixture"));
        return theCase;
    }

    private void jobsBefore(String step, String task) {
        jobsBefore(step, task, Map.of());
    }

    private void jobsBefore(String step, String task, Map<String, Object> answers) {
        jobsBefore(step, () -> cases.reach(task), theCase -> theCase.work(task, answers));
    }

    /** One case waits for the job, another has tried it in vain, a third has given up. */
    private void jobsBefore(String step, Supplier<CaseUnderTest> begin, Consumer<CaseUnderTest> goOn) {
        waitsForJob(step + "/async-before", begin.get(), goOn);
        tried.add(waitsForJob(step + "/async-before", begin.get(), goOn));
        givenUp.add(waitsForJob(step + "/async-before", begin.get(), goOn));
    }

    private void jobAfter(String activity, String task) {
        jobAfter(activity, task, Map.of());
    }

    private void jobAfter(String activity, String task, Map<String, Object> answers) {
        waitsForJob(activity + "/async-after", cases.reach(task), theCase -> theCase.work(task, answers));
    }

    /** @return the id of the job */
    private static String waitsForJob(String job, CaseUnderTest theCase, Consumer<CaseUnderTest> goOn) {
        goOn.accept(theCase.leaving(job));
        assertThat(theCase.leftJobs()).as(job).hasSize(1);
        return theCase.leftJobs().get(0).getId();
    }
}
