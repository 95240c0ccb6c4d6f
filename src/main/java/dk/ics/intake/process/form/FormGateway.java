package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.process.Failures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers {@code deployed-form}, {@code form-variables} and {@code submit-form} of a task on both REST roots in the engine's place, so that nothing of a
 * person comes near an engine variable. Comes after the filters that authenticate and check rights.
 */
class FormGateway extends OncePerRequestFilter {

    private final WorkTasks tasks;
    private final FormOpenings openings;
    private final Submissions submissions;
    private final DraftKeeping drafts;
    private final StartForms startForms;
    private final Callers callers;
    private final Failures failures;
    private final ObjectMapper json;

    FormGateway(
            WorkTasks tasks,
            FormOpenings openings,
            Submissions submissions,
            DraftKeeping drafts,
            StartForms startForms,
            Callers callers,
            Failures failures,
            ObjectMapper json) {
        this.tasks = tasks;
        this.openings = openings;
        this.submissions = submissions;
        this.drafts = drafts;
        this.startForms = startForms;
        this.callers = callers;
        this.failures = failures;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<FormCall> call = FormCall.of(request);
        if (call.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Object answer = switch (call.get().kind()) {
                case SCHEMA -> schema(call.get());
                case VALUES -> open(call.get(), request);
                case SUBMISSION -> submit(call.get(), request);
            };
            send(response, answer == null ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_OK, answer);
        } catch (FormRefused refused) {
            send(response, refused.status(), refused.body());
        } catch (RuntimeException failure) {
            FormRefused refused = refusal(call.get(), failure);
            send(response, refused.status(), refused.body());
        }
    }

    private FormRefused refusal(FormCall call, RuntimeException failure) {
        return call.subject() == FormCall.Subject.TASK
                ? tasks.ended(callers.current(), call.id()).orElseGet(() -> Refusals.of(failure, failures))
                : Refusals.of(failure, failures);
    }

    private Object schema(FormCall call) {
        Caller caller = callers.current();
        return Retry.ofLostRaces(() -> openings.schema(caller, call.id()));
    }

    private Map<String, Object> open(FormCall call, HttpServletRequest request) {
        Caller caller = callers.current();
        Map<String, Object> shown = call.subject() == FormCall.Subject.TASK
                ? Retry.ofLostRaces(() -> openings.open(caller, call.id(), call.page()))
                : Map.of();
        String names = request.getParameter("variableNames");
        List<String> wanted = names == null ? List.of() : Arrays.asList(names.split(","));
        Map<String, Object> answer = new LinkedHashMap<>();
        shown.forEach((key, value) -> {
            if (wanted.isEmpty() || wanted.contains(key)) {
                answer.put(key, WireFormat.typed(value));
            }
        });
        return answer;
    }

    private @Nullable Object submit(FormCall call, HttpServletRequest request) throws IOException {
        Caller caller = callers.current();
        SubmittedForm form = SubmittedForm.read(request.getInputStream());
        if (call.subject() == FormCall.Subject.TASK) {
            complete(caller, call, form);
            return null;
        }
        String definition =
                call.subject() == FormCall.Subject.DEFINITION_KEY ? startForms.newest(call.id()) : call.id();
        return started(Retry.ofLostRaces(() -> startForms.submit(caller, definition, form)));
    }

    private void complete(Caller caller, FormCall call, SubmittedForm form) {
        try {
            Optional<FormRefused> conflict =
                    Retry.ofLostRaces(() -> submissions.submit(caller, call.id(), call.page(), form));
            if (conflict.isPresent()) {
                throw conflict.get();
            }
        } catch (FormRefused refused) {
            if (refused.isAboutEntries() && call.byPerson()) {
                drafts.add(caller, call.id(), call.page(), form);
            }
            throw refused;
        }
    }

    /** As the engine's own REST answers a start. */
    private static Map<String, Object> started(ProcessInstance instance) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("links", List.of());
        answer.put("id", instance.getId());
        answer.put("definitionId", instance.getProcessDefinitionId());
        answer.put("businessKey", instance.getBusinessKey());
        answer.put("tenantId", instance.getTenantId());
        answer.put("ended", instance.isEnded());
        answer.put("suspended", instance.isSuspended());
        return answer;
    }

    private void send(HttpServletResponse response, int status, @Nullable Object answer) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (answer != null) {
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getOutputStream().write(json.writeValueAsBytes(answer));
        }
    }
}
