package dk.ics.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.TestPapers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds applications as senders write them: a valid EU worker, and what a test changes about her. */
public final class ApplicationJson {

    public static final String PDF = Base64.getEncoder().encodeToString(TestPapers.pdf(1, "pas"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    private final ObjectNode application = JSON.createObjectNode();

    /** One person with all required fields, a document number of her own and one document. */
    public static ApplicationJson valid() {
        return new ApplicationJson().person();
    }

    /** One more valid person. */
    public ApplicationJson person() {
        int number = NUMBERS.incrementAndGet();
        application
                .withArray("persons")
                .addObject()
                .put("category", "euWorker")
                .put("municipality", "0101")
                .put("familyName", "Nadelmann")
                .put("givenNames", "Eva " + number)
                .put("sex", "female")
                .put("birthDate", "1990-01-07")
                .put("citizenship", "DEU")
                .put("identityDocumentType", "passport")
                .put("identityDocumentState", "DEU")
                .put("identityDocumentNumber", "T22" + number)
                .put("identityDocumentExpiry", "2031-05-01")
                .put("arrivalDate", "2026-02-01")
                .put("plannedStay", "overSixMonths")
                .put("email", "eva.nadelmann@example.org");
        return document("passport", "pas.pdf", "application/pdf", PDF);
    }

    /** Sets a field of the last person; the value is JSON. */
    public ApplicationJson with(String key, String json) {
        last().set(key, tree(json));
        return this;
    }

    public ApplicationJson without(String key) {
        last().remove(key);
        return this;
    }

    /** Adds a document to the last person. */
    public ApplicationJson document(String type, String fileName, String contentType, String content) {
        last().withArray("documents")
                .addObject()
                .put("type", type)
                .put("fileName", fileName)
                .put("contentType", contentType)
                .put("content", content);
        return this;
    }

    public byte[] bytes() {
        return application.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String base64(String content) {
        return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private ObjectNode last() {
        JsonNode persons = application.get("persons");
        return (ObjectNode) persons.get(persons.size() - 1);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
