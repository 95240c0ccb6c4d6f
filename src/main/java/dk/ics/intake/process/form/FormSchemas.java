package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.stereotype.Component;

/**
 * The deployed forms. A form is bound to the deployment of its process, so what was read once for a version of the
 * process stays right.
 */
@Component
class FormSchemas {

    private final FormService formService;
    private final RepositoryService repositoryService;
    private final Callers callers;
    private final ObjectMapper json;
    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    FormSchemas(FormService formService, RepositoryService repositoryService, Callers callers, ObjectMapper json) {
        this.formService = formService;
        this.repositoryService = repositoryService;
        this.callers = callers;
        this.json = json;
    }

    /** Found by the model, not by the task: the engine fails on a task that ends at that moment. */
    FormSchema ofTask(WorkTask task) {
        return schema(
                task.processDefinitionId() + " " + task.key(), () -> taskForm(task.processDefinitionId(), task.key()));
    }

    FormSchema ofStart(String processDefinitionId) {
        return schema(processDefinitionId, () -> parse(formService.getDeployedStartForm(processDefinitionId)));
    }

    private FormSchema schema(String name, Supplier<JsonNode> deployed) {
        FormSchema known = read.get(name);
        if (known != null) {
            return known;
        }
        FormSchema schema = FormSchema.parse(callers.asApplication(deployed));
        read.put(name, schema);
        return schema;
    }

    private JsonNode taskForm(String processDefinitionId, String taskKey) {
        String form = repositoryService
                .getBpmnModelInstance(processDefinitionId)
                .getModelElementById(taskKey)
                .getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, BpmnModelConstants.CAMUNDA_ATTRIBUTE_FORM_REF);
        String deployment =
                repositoryService.getProcessDefinition(processDefinitionId).getDeploymentId();
        return repositoryService.getDeploymentResources(deployment).stream()
                .filter(resource -> resource.getName().endsWith(".form"))
                .map(Resource::getBytes)
                .map(bytes -> parse(new ByteArrayInputStream(bytes)))
                .filter(schema -> schema.path("id").asText().equals(form))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No form " + form + " was deployed with " + taskKey));
    }

    private JsonNode parse(InputStream deployed) {
        try (deployed) {
            return json.readTree(deployed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
