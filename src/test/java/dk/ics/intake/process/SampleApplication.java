package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.casefile.CaseReference;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The application of {@code samples/german-engineer.json}, each time by another person: own identity document, own day
 * of birth, living in Frederiksberg.
 */
final class SampleApplication {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private SampleApplication() {}

    /** Sends it and expects what every sender gets: 201 and the reference, nothing else. */
    static CaseReference send(String address, Consumer<ObjectNode> change) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/api/applications"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            application(change).toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            String reference =
                    JSON.readTree(answer.body()).at("/cases/0/reference").asText();
            assertThat(answer.body()).isEqualTo("{\"cases\":[{\"reference\":\"" + reference + "\"}]}");
            return new CaseReference(reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode application(Consumer<ObjectNode> change) throws IOException {
        int number = NEXT.getAndIncrement();
        JsonNode application = JSON.readTree(new File("samples/german-engineer.json"));
        ObjectNode person = (ObjectNode) application.at("/persons/0");
        person.put("municipality", "0147")
                .put("postalCode", "2000")
                .put("city", "Frederiksberg")
                .put("identityDocumentNumber", "C01X%05d".formatted(number))
                .put("birthDate", LocalDate.of(1980, 1, 1).plusDays(number).toString())
                .put("email", "borger" + number + "@example.org");
        change.accept(person);
        return application;
    }
}
