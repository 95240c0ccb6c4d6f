package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.process.Failures;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the gateway in front of both REST roots, as the last filter. */
@Configuration
class FormGatewayConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServletContextInitializer formGateway(
            WorkTasks tasks,
            FormOpenings openings,
            Submissions submissions,
            DraftKeeping drafts,
            StartForms startForms,
            Callers callers,
            Failures failures,
            ObjectMapper json) {
        FormGateway gateway =
                new FormGateway(tasks, openings, submissions, drafts, startForms, callers, failures, json);
        return context -> context.addFilter("formGateway", gateway)
                .addMappingForUrlPatterns(
                        EnumSet.of(DispatcherType.REQUEST), true, "/engine-rest/*", "/camunda/api/engine/*");
    }
}
