package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.AuthoritiesProperties;
import dk.ics.intake.registration.CprRegister;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** {@code ics.authorities.cpr.mode} decides who searches and registers in CPR: the application or a caseworker. */
class CprModeTest extends ProcessTest {

    @EnableConfigurationProperties(AuthoritiesProperties.class)
    private static final class Bound {}

    @Autowired
    ApplicationContext application;

    @Autowired
    ProcessEngineConfigurationImpl settings;

    @Test
    void connected_the_application_searches_itself() {
        CaseUnderTest theCase = apply();

        atTheDesk(theCase);

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "decideRegistration");
        assertThat(theCase.journal()).contains("searchExistingNumber: notFound");
    }

    @Test
    void manual_a_caseworker_searches_and_the_other_services_follow_all_the_same() {
        CaseUnderTest theCase = apply();
        findDuplicatesWithManualCpr(theCase);

        atTheDesk(theCase);

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "searchNumberManually");
        theCase.work("searchNumberManually", "decideRegistration", "recordCprNumber");
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "chooseDoctor", "verifyForMitId");
        assertThat(theCase.journal()).doesNotContain("searchExistingNumber: notFound", "registerInCpr: accepted");
    }

    /** The step of the case again, as this application does it when its configuration says manual. */
    private void findDuplicatesWithManualCpr(CaseUnderTest theCase) {
        String instance = theCase.task("assessApplication").getProcessInstanceId();
        new ApplicationContextRunner()
                .withParent(application)
                .withPropertyValues("ics.authorities.cpr.mode=manual")
                .withUserConfiguration(Bound.class, Authorities.class, CprRegister.class, FindDuplicates.class)
                .run(context -> settings.getCommandExecutorTxRequired().execute(command -> {
                    context.getBean(FindDuplicates.class)
                            .execute(command.getExecutionManager().findExecutionById(instance));
                    return Map.of();
                }));
    }

    private static void atTheDesk(CaseUnderTest theCase) {
        theCase.work(
                        "assessApplication",
                        "bookAppointment",
                        "checkIn",
                        "callUp",
                        "bookSiriAppointment",
                        "recordSiriAttendance")
                .until("recordResidenceDocument");
        theCase.work("recordResidenceDocument", "controlIdentity");
    }
}
