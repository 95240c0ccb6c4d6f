package dk.ics.intake.web.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who fills in the pages by what they ask, over HTTP. */
public final class Applicant {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final int MOST_PAGES = 200;

    private final String root;
    private final Map<String, Map<String, String>> answers = new HashMap<>();
    private String page = "";

    public Applicant(int port) {
        root = "http://localhost:" + port;
        answers.putAll(worker());
    }

    /** A German who comes alone to work. */
    static Map<String, Map<String, String>> worker() {
        Map<String, Map<String, String>> worker = new LinkedHashMap<>();
        worker.put("name", Map.of("familyName", "Sørensen-Weiß", "givenNames", "Käthe"));
        worker.put(
                "birth",
                Map.of("birthDate.day", "3", "birthDate.month", "4", "birthDate.year", "1990", "sex", "female"));
        worker.put("citizenship", Map.of("citizenship", "DEU"));
        worker.put("category", Map.of("category", "euWorker"));
        worker.put("municipality", Map.of("municipality", "0101"));
        worker.put("arrival", Map.of("arrivalDate.day", "1", "arrivalDate.month", "3", "arrivalDate.year", "2026"));
        worker.put("stay", Map.of("plannedStay", "overSixMonths"));
        worker.put("earlier", Map.of("previouslyResident", "no"));
        worker.put("residence", Map.of("holdsResidenceDocument", "no"));
        worker.put("wishes", Map.of("wantsTaxCard", "yes", "wantsMitId", "yes"));
        worker.put(
                "work",
                Map.of(
                        "employer",
                        "Eksempel A/S",
                        "jobStart.day",
                        "16",
                        "jobStart.month",
                        "3",
                        "jobStart.year",
                        "2026",
                        "weeklyHours",
                        "37,5"));
        worker.put("identityType", Map.of("identityDocumentType", "passport"));
        worker.put(
                "identity",
                Map.of(
                        "identityDocumentState",
                        "DEU",
                        "identityDocumentNumber",
                        "C01X00T47",
                        "identityDocumentExpiry.day",
                        "1",
                        "identityDocumentExpiry.month",
                        "1",
                        "identityDocumentExpiry.year",
                        "2031"));
        worker.put("birthplace", Map.of("birthPlace", "Köln", "birthCountry", "DEU"));
        worker.put("before", Map.of("previousAddress", "Beispielweg 1\r\n50667 Köln", "previousCountry", "DEU"));
        worker.put("address", Map.of("addressLine", "Eksempelvej 1", "postalCode", "2100", "city", "København Ø"));
        worker.put("housing", Map.of("housingBasis", "rental"));
        worker.put("marital", Map.of("maritalStatus", "unmarried"));
        worker.put("church", Map.of("churchMember", "no"));
        worker.put("relatives", Map.of());
        worker.put("contact", Map.of("email", "kaethe@example.org", "phone", "+49 221 0000000"));
        worker.put("family", Map.of("more", "no"));
        return worker;
    }

    public Applicant answering(String question, Map<String, String> answer) {
        answers.put(question, answer);
        return this;
    }

    /** Begins, and answers until the page is reached. */
    public Applicant goTo(String question) {
        if (page.isEmpty()) {
            follow(post("/apply/en", Map.of()));
        }
        for (int i = 0; i < MOST_PAGES && !question().equals(question); i++) {
            answer();
        }
        assertThat(question()).isEqualTo(question);
        return this;
    }

    /** Answers one page. */
    public Applicant step() {
        answer();
        return this;
    }

    private void answer() {
        String question = question();
        if (question.equals("papers")) {
            follow(post(page + "/done", Map.of()));
        } else {
            Map<String, String> answer = answers.get(question);
            if (answer == null) {
                throw new AssertionError("A page that nobody expected: " + question);
            }
            follow(post(page, answer));
        }
    }

    /** Goes where the answer sends the browser. */
    public Applicant follow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String next = answer.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> shown = get(next);
        if (shown.statusCode() == 303) {
            return follow(shown);
        }
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        page = URI.create(next).getPath();
        return this;
    }

    /** Path of the page. */
    public String page() {
        return page;
    }

    /** {@code /apply/draft/<secret>}. */
    public String draft() {
        return page.split("/").length > 3 ? String.join("/", java.util.Arrays.copyOf(page.split("/"), 4)) : page;
    }

    private String question() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends the files of a paper as the pages' forms do: on the status page one paper has one, on the page of papers each an input. */
    public HttpResponse<String> upload(String path, String type, String fileName, byte[]... contents) {
        String boundary = "----boundary-of-a-test";
        boolean status = path.startsWith("/apply/status/");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, status ? "type" : "add", "", type.getBytes(StandardCharsets.UTF_8));
        for (byte[] content : contents) {
            part(
                    body,
                    boundary,
                    status ? "file" : "file-" + type,
                    "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                    content);
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String more, byte[] content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : root + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
