package dk.ics.intake.web.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestPapers;
import dk.ics.intake.application.ApplicationJson;
import dk.ics.intake.upload.BadFiles;
import dk.ics.intake.upload.BadFiles.Bad;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever way a file comes that must not come in: a sentence, and nothing is stored. */
@IntakeTest
class RefusedUploadsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void by_the_pages_in_the_language_of_the_citizen() {
        Applicant applicant = new Applicant(port).goTo("papers");
        Texts english = new Languages().all().get(0);
        Texts danish = new Languages().all().get(1);
        assertThat(danish.code()).isEqualTo("da");
        int turn = 0;
        for (Bad bad : BadFiles.all().values()) {
            Texts texts = turn++ % 2 == 0 ? danish : english;
            applicant.post(applicant.draft() + "/language", Map.of("language", texts.code()));

            HttpResponse<String> answer = applicant.upload(applicant.page(), "passport", "pas.pdf", bad.content());

            assertThat(answer.statusCode()).as(bad.name()).isEqualTo(400);
            assertThat(answer.body())
                    .as(bad.name())
                    .contains("form-error-message", escaped(texts.get("e." + bad.code(), 30)));
        }
        assertThat(stored()).isZero();
    }

    @Test
    void by_the_interface() throws Exception {
        long cases = cases();
        HttpClient client = HttpClient.newHttpClient();
        for (Bad bad : BadFiles.all().values()) {
            String type = bad.content().length > 1 && bad.content()[0] == (byte) 0x89
                    ? "image/png"
                    : bad.content().length > 1 && bad.content()[0] == (byte) 0xFF ? "image/jpeg" : "application/pdf";
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/applications"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(ApplicationJson.valid()
                                    .document(
                                            "other",
                                            "papir",
                                            type,
                                            Base64.getEncoder().encodeToString(bad.content()))
                                    .bytes()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(bad.name()).isEqualTo(400);
            assertThat(answer.body()).as(bad.name()).contains("persons[0].documents[1].content");
        }
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void a_file_that_was_chosen_is_added_when_the_citizen_goes_on() {
        Applicant applicant = new Applicant(port)
                .answering("name", Map.of("familyName", "Weiß", "givenNames", "Chosen"))
                .goTo("papers");
        String papers = applicant.page();

        HttpResponse<String> refused = applicant.upload(
                papers + "/done",
                "passport",
                "pas.txt",
                "no paper".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("pas.txt");
        assertThat(applicant
                        .upload(papers + "/done", "passport", "pas.pdf", TestPapers.pdf(1, "pas"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).doesNotContain("papers"));
        assertThat(applicant.get(papers).body()).contains("pas.pdf");
    }

    @Test
    void a_citizen_is_asked_whether_a_photo_can_be_read_and_may_send_it() {
        Applicant applicant = new Applicant(port)
                .answering("name", Map.of("familyName", "Weiß", "givenNames", "Blurred"))
                .goTo("papers");
        String papers = applicant.page();

        assertThat(applicant
                        .upload(papers, "passport", "pas.jpg", BadFiles.photo(500, 700, false))
                        .statusCode())
                .isEqualTo(303);
        assertThat(applicant.get(papers).body()).contains("The photo is small", "The photo may be blurred");
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        assertThat(jdbc.sql("select content_type from ics.document where file_name = 'pas.jpg'")
                        .query(String.class)
                        .list())
                .containsExactly("image/jpeg");
    }

    /** ICAO Doc 9303 part 4, appendix B, is Utopia's; this is made like it. */
    @Test
    void lines_typed_at_home_are_checked_and_a_caseworker_is_told_whether_they_agree() {
        String lines = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
        Map<String, String> identity =
                new java.util.LinkedHashMap<>(Applicant.worker().getOrDefault("identity", Map.of()));
        Applicant applicant = new Applicant(port)
                .answering("name", Map.of("familyName", "Weiß", "givenNames", "Zone"))
                .answering("identity", identity)
                .goTo("identity");
        identity.put("statedZone", lines.replace("L898902C36", "L898902C37"));
        HttpResponse<String> wrong = applicant.post(applicant.page(), identity);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("The number of the document does not fit its check digit. Look at line 2 again");
        identity.put("statedZone", "P<UTO");
        assertThat(applicant.post(applicant.page(), identity).body()).contains("two lines of 44 characters");

        identity.put("statedZone", lines.toLowerCase(java.util.Locale.ROOT));
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        assertThat(jdbc.sql("select stated_zone from ics.person where given_names = 'Zone'")
                        .query(String.class)
                        .single())
                .isEqualTo(lines.replace("\r\n", ""));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;");
    }

    private long stored() {
        return jdbc.sql("select count(*) from ics.application_draft_file")
                .query(Long.class)
                .single();
    }

    private long cases() {
        return jdbc.sql("select count(*) from ics.case_file").query(Long.class).single();
    }
}
