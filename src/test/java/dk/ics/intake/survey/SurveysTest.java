package dk.ics.intake.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.web.selfservice.Applicant;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The survey through its page. */
@IntakeTest
class SurveysTest {

    private static final Map<String, String> GOOD = Map.of("ease", "5", "satisfaction", "4");

    private static int applications;

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Surveys surveys;

    @Autowired
    JdbcClient jdbc;

    private Applicant applicant = new Applicant(0);
    private String status = "";

    @BeforeEach
    void apply() {
        applications++;
        applicant = new Applicant(port).answering("contact", Map.of("email", "survey" + applications + "@example.org"));
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        status = applicant.page().replace("/receipt", "");
    }

    @Test
    @DisplayName("it is asked when the case is closed, once, and nothing in the answer leads to the case")
    void onceAndApart() {
        long none = answers();
        assertThat(applicant.get(status).body()).doesNotContain("/survey");
        assertThat(applicant.get(status + "/survey").statusCode())
                .as("too early")
                .isEqualTo(303);
        assertThat(applicant.post(status + "/survey", GOOD).statusCode()).isEqualTo(303);
        assertThat(answers()).as("too early").isEqualTo(none);
        close();

        assertThat(applicant.get(status).body()).contains("/survey");
        HttpResponse<String> answer = applicant.post(
                status + "/survey?language=da",
                Map.of(
                        "ease", "5",
                        "satisfaction", "2",
                        "comment",
                                "Ring på +45 20 00 00 00 eller skriv til anna@example.org, 610371-4321. Tak i 2026!"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(applicant
                        .get(answer.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Tak for dit svar.")
                .doesNotContain("/survey?");
        Map<String, Object> kept = jdbc.sql(
                        "select * from ics.survey_answer where language = 'da' and ease = 5 and satisfaction = 2")
                .query()
                .singleRow();
        assertThat(kept)
                .containsEntry("comment", "Ring på […] eller skriv til […], […]. Tak i 2026!")
                .containsOnlyKeys("id", "month", "language", "ease", "satisfaction", "comment");
        assertThat(kept.get("month")).hasToString("2026-03-01");

        long before = answers();
        assertThat(applicant.post(status + "/survey", GOOD).statusCode()).isEqualTo(303);
        assertThat(answers()).as("twice").isEqualTo(before);
    }

    @Test
    @DisplayName("pressed by many at once it is one answer")
    void atOnce() throws Exception {
        close();
        long before = answers();
        ExecutorService fingers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> presses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                presses.add(fingers.submit(
                        () -> applicant.post(status + "/survey", GOOD).statusCode()));
            }
            for (Future<Integer> press : presses) {
                assertThat(press.get()).isEqualTo(303);
            }
        } finally {
            fingers.shutdown();
        }
        assertThat(answers()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 4 | fine          | Choose how easy it was
            5 | 6 | fine          | Choose how satisfied you are
            5 |   | fine          | Choose how satisfied you are
            x | 4 | fine          | Choose how easy it was
            5 | 4 | <b>fine</b>   | in plain words
            5 | 4 | ${7*7}        | in plain words
            """)
    @DisplayName("what is no answer is refused in words, and what was written stays")
    void invalid(String ease, String satisfaction, String comment, String message) {
        close();
        long before = answers();

        HttpResponse<String> answer = applicant.post(
                status + "/survey",
                Map.of(
                        "ease", ease,
                        "satisfaction", satisfaction == null ? "" : satisfaction,
                        "comment", comment));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message, "id=\"errors\"").doesNotContain("<b>fine");
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    @DisplayName("a comment that is too long is refused, and the link's neighbours open nothing")
    void longAndForeign() {
        close();
        assertThat(applicant
                        .post(status + "/survey", Map.of("ease", "5", "satisfaction", "4", "comment", "a".repeat(1001)))
                        .body())
                .contains("at most 1000 characters");
        String foreign = "/apply/status/" + "A".repeat(43);
        assertThat(applicant.post(foreign + "/survey", GOOD).body())
                .isEqualTo(applicant.get(foreign).body());
    }

    @Test
    @DisplayName("a month is shown when five have answered, with comments in no order")
    void figures() {
        LocalDate month = LocalDate.of(2027, 4, 1);
        for (int mark = 1; mark <= 4; mark++) {
            keep(month, mark);
        }
        assertThat(surveys.since(month)).isEmpty();
        keep(month, 5);

        assertThat(surveys.since(month)).singleElement().satisfies(shown -> {
            assertThat(shown.answers()).isEqualTo(5);
            assertThat(shown.ease()).isEqualByComparingTo("3.0");
            assertThat(shown.comments()).hasSize(5);
        });
    }

    private void keep(LocalDate month, int mark) {
        jdbc.sql("""
                        insert into ics.survey_answer (id, month, language, ease, satisfaction, comment)
                        values (gen_random_uuid(), :month, 'en', :mark, 4, :comment)
                        """)
                .param("month", month)
                .param("mark", mark)
                .param("comment", "Comment " + mark)
                .update();
    }

    private void close() {
        String page = applicant.get(applicant.page()).body();
        CaseReference reference =
                new CaseReference(page.replaceFirst("(?s).*?<strong>(20\\d\\d-\\d+)</strong>.*", "$1"));
        caseFile.close(reference, "completed", Act.bySystem("test"));
    }

    private long answers() {
        return jdbc.sql("select count(*) from ics.survey_answer")
                .query(Long.class)
                .single();
    }
}
