package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Component;

/**
 * The deployed forms. A form is bound to the deployment of its process, so what was read once for a version of the
 * process stays right.
 */
@Component
class FormSchemas {

    private final FormService formService;
    private final Callers callers;
    private final ObjectMapper json;
    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    FormSchemas(FormService formService, Callers callers, ObjectMapper json) {
        this.formService = formService;
        this.callers = callers;
        this.json = json;
    }

    FormSchema ofTask(WorkTask task) {
        return schema(task.processDefinitionId() + " " + task.key(), () -> formService.getDeployedTaskForm(task.id()));
    }

    FormSchema ofStart(String processDefinitionId) {
        return schema(processDefinitionId, () -> formService.getDeployedStartForm(processDefinitionId));
    }

    private FormSchema schema(String name, Supplier<InputStream> deployed) {
        FormSchema known = read.get(name);
        if (known != null) {
            return known;
        }
        FormSchema schema = callers.asApplication(() -> parse(deployed));
        read.put(name, schema);
        return schema;
    }

    private FormSchema parse(Supplier<InputStream> deployed) {
        try (InputStream form = deployed.get()) {
            return FormSchema.parse(json.readTree(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
