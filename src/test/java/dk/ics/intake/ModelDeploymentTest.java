package dk.ics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The models in the running application. */
@IntakeTest
class ModelDeploymentTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ApplicationContext application;

    @Test
    void everyModelIsDeployedTogetherForAllMunicipalities() {
        List<ProcessDefinition> processes =
                repository.createProcessDefinitionQuery().latestVersion().list();
        List<DecisionDefinition> decisions =
                repository.createDecisionDefinitionQuery().latestVersion().list();

        assertThat(processes)
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrder(
                        "intake",
                        "euResidence",
                        "identityControl",
                        "cprRegistration",
                        "healthCard",
                        "healthCardDelivery",
                        "mitId",
                        "taxApplication",
                        "unemploymentBenefit",
                        "guidance",
                        "withdrawal",
                        "correction",
                        "departure",
                        "relocation",
                        "complaint",
                        "authorityNotice",
                        "afterClosing",
                        "enquiry",
                        "applicationReceipt",
                        "supervisionCycle",
                        "controlSupervision",
                        "supervisionItem",
                        "identityRecontrol");
        assertThat(decisions).extracting(DecisionDefinition::getKey).contains("visitation", "requiredDocuments");
        assertThat(processes).extracting(ProcessDefinition::getTenantId).containsOnlyNulls();
        assertThat(processes.stream().map(ProcessDefinition::getDeploymentId).collect(Collectors.toSet()))
                .containsExactlyElementsOf(decisions.stream()
                        .map(DecisionDefinition::getDeploymentId)
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void everyServiceTaskFindsItsDelegate() {
        assertThat(Models.processes().stream()
                        .flatMap(model -> model.bpmn().getModelElementsByType(ServiceTask.class).stream()))
                .isNotEmpty()
                .allSatisfy(
                        task -> assertThat(application.getBean(task.getId())).isInstanceOf(JavaDelegate.class));
    }
}
