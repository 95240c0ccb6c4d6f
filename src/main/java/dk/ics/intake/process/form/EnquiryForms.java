package dk.ics.intake.process.form;

import dk.ics.intake.process.RoutingVariable;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;

/** Takes the form with which a citizen's enquiry is kept. Whether it becomes a case is said in it. */
@Service
class EnquiryForms {

    private final RuntimeService runtime;

    EnquiryForms(RuntimeService runtime) {
        this.runtime = runtime;
    }

    static boolean isFor(FormSchema schema) {
        return schema.hasField(RoutingVariable.ENQUIRY_TOPIC.key());
    }

    ProcessInstance submit(String processDefinitionId, Map<String, Object> values) {
        return runtime.createProcessInstanceById(processDefinitionId)
                .setVariables(values)
                .execute();
    }
}
