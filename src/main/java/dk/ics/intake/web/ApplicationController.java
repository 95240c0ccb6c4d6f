package dk.ics.intake.web;

import dk.ics.intake.application.ApplicationLimits;
import dk.ics.intake.application.ApplicationReader;
import dk.ics.intake.application.ApplicationReader.Reading;
import dk.ics.intake.application.IdempotencyKeyReused;
import dk.ics.intake.application.Problems;
import dk.ics.intake.application.Received;
import dk.ics.intake.application.Sentences;
import dk.ics.intake.process.Intake;
import dk.ics.intake.web.ApplicationProblem.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes applications from citizens, without log-in. */
@RestController
class ApplicationController {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final ApplicationLimits limits;
    private final ClientLimit clients;
    private final ApplicationReader reader;
    private final Intake intake;

    ApplicationController(ApplicationLimits limits, ClientLimit clients, ApplicationReader reader, Intake intake) {
        this.limits = limits;
        this.clients = clients;
        this.reader = reader;
        this.intake = intake;
    }

    @Schema(name = "ReceivedApplication")
    record Cases(
            @Schema(description = "One case a person, in the order of the persons")
            List<CaseOfPerson> cases) {}

    record CaseOfPerson(@Schema(example = "2026-000123") String reference) {}

    @Operation(
            summary = "Send an application",
            description = "The same application sent again, with the same key or the same content, opens no second"
                    + " case: the answer is 200 with the first references.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Application"))))
    @ApiResponse(responseCode = "201", description = "Received; the cases are open")
    @ApiResponse(responseCode = "200", description = "Was received before")
    @ApiResponse(
            responseCode = "400",
            description = "Refused: `fields` has one sentence for each field path, in Danish or English",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(responseCode = "413", description = "Too large", content = @Content)
    @ApiResponse(responseCode = "415", description = "Not JSON", content = @Content)
    @ApiResponse(responseCode = "422", description = "The key was used for other content", content = @Content)
    @ApiResponse(responseCode = "429", description = "Too many from this address", content = @Content)
    @PostMapping(path = "/api/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> receive(
            HttpServletRequest request,
            @Parameter(description = "The sender's name for this application: up to 200 visible ASCII characters")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(description = "da or en")
                    @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable
                    String acceptLanguage)
            throws IOException {
        Locale language = Sentences.language(acceptLanguage);
        if (!clients.admits(request.getRemoteAddr())) {
            return ApplicationProblem.answer(Kind.MANY, language);
        }
        byte @Nullable [] body = LimitedBody.read(request, limits.maxBody().toBytes());
        if (body == null) {
            return ApplicationProblem.answer(
                    Kind.LARGE, language, limits.maxBody().toMegabytes());
        }
        if (key != null && !KEY.matcher(key).matches()) {
            return ApplicationProblem.refused(language, Problems.of("Idempotency-Key", "key"));
        }
        Reading reading = reader.read(body);
        if (reading instanceof Reading.Refused refused) {
            return ApplicationProblem.refused(language, refused.problems());
        }
        try {
            return answer(intake.receive(((Reading.Accepted) reading).application(), key));
        } catch (IdempotencyKeyReused reused) {
            return ApplicationProblem.answer(Kind.KEY_REUSED, language);
        }
    }

    private static ResponseEntity<Object> answer(Received received) {
        List<CaseOfPerson> cases = received.references().stream()
                .map(reference -> new CaseOfPerson(reference.value()))
                .toList();
        return ResponseEntity.status(received.firstTime() ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Cases(cases));
    }
}
