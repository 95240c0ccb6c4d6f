package dk.ics.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.application.ApplicationReader.Reading;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntakeTest
class ApplicationsTest {

    @Autowired
    Applications applications;

    @Autowired
    ApplicationReader reader;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void each_person_becomes_a_case_with_her_fields_and_files() {
        Received received = applications.receive(
                read(ApplicationJson.valid()
                        .person()
                        .with("municipality", "\"0265\"")
                        .with("city", "\"Roskilde\"")),
                null);

        assertThat(received.firstTime()).isTrue();
        assertThat(received.references()).hasSize(2).doesNotHaveDuplicates();
        CaseReference second = received.references().get(1);
        assertThat(caseFile.get(second))
                .returns("0265", entry -> entry.municipality().value())
                .returns("euWorker", entry -> entry.category())
                .returns(Applications.CHANNEL, entry -> entry.channel());
        assertThat(caseFile.read(second, List.of("familyName", "city")))
                .isEqualTo(Map.of("familyName", "Nadelmann", "city", "Roskilde"));
        assertThat(documents.list(second))
                .singleElement()
                .returns("passport", Document::typeCode)
                .returns("application", Document::source);
        assertThat(caseFile.journalOf(second)).extracting(JournalEntry::actCode).containsOnly("applicationReceived");
    }

    @Test
    void the_same_content_opens_no_second_case_whatever_it_is_called() {
        SubmittedApplication application = read(ApplicationJson.valid());
        Received first = applications.receive(application, null);

        assertThat(applications.receive(application, null)).isEqualTo(new Received(first.references(), false));
        assertThat(applications.receive(application, "key-a")).isEqualTo(new Received(first.references(), false));
        assertThat(applications.receive(application, "key-b")).isEqualTo(new Received(first.references(), false));
    }

    @Test
    void a_key_stands_for_one_content() {
        SubmittedApplication application = read(ApplicationJson.valid());
        Received first = applications.receive(application, "key-1");
        long before = cases();

        assertThat(applications.receive(application, "key-1")).isEqualTo(new Received(first.references(), false));
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> applications.receive(read(ApplicationJson.valid()), "key-1"));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void what_is_rolled_back_was_never_received() {
        SubmittedApplication application = read(ApplicationJson.valid());
        long before = cases();

        transaction.executeWithoutResult(status -> {
            applications.receive(application, "key-2");
            status.setRollbackOnly();
        });

        assertThat(cases()).isEqualTo(before);
        assertThat(applications.receive(application, "key-2").firstTime()).isTrue();
    }

    @Test
    void of_eight_that_come_at_once_one_opens_the_case() throws Exception {
        assertOneOpens(null);
        assertOneOpens("key-3");
    }

    private void assertOneOpens(@Nullable String key) throws Exception {
        SubmittedApplication application = read(ApplicationJson.valid());
        long before = cases();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Received> answers = new ArrayList<>();
        try {
            List<Future<Received>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sent.add(senders.submit(() -> applications.receive(application, key)));
            }
            for (Future<Received> answer : sent) {
                answers.add(answer.get(30, TimeUnit.SECONDS));
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(answers).filteredOn(Received::firstTime).hasSize(1);
        assertThat(answers)
                .extracting(Received::references)
                .containsOnly(answers.get(0).references());
        assertThat(cases()).isEqualTo(before + 1);
    }

    private SubmittedApplication read(ApplicationJson application) {
        return ((Reading.Accepted) reader.read(application.bytes())).application();
    }

    private long cases() {
        return jdbc.sql("select count(*) from ics.case_file").query(Long.class).single();
    }
}
