package dk.ics.intake.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.MailCatcher;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@IntakeTest
class LettersTest {

    private static final Map<String, Object> PAPERS =
            Map.of("papers", List.of("passport", "taxForm"), "message", "", "deadline", LocalDate.of(2026, 3, 23));

    @Autowired
    Letters letters;

    @Autowired
    LetterBook book;

    @Autowired
    CaseFile caseFile;

    @Autowired
    MailCatcher mails;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    LetterProperties properties;

    @Autowired
    TransactionTemplate transaction;

    private CaseReference reference;

    @BeforeEach
    void openCase() {
        reference = TestCases.euWorker(caseFile);
    }

    @Test
    void who_did_not_choose_danish_is_written_to_in_english() {
        assertThat(letters.send(reference, "requestDocuments", PAPERS)).isEqualTo(LetterOutcome.SENT);

        MailCatcher.Mail mail = mail(1);
        assertThat(mail.subject()).isEqualTo("We need documents for case " + reference);
        assertThat(mail.text())
                .contains("- passport or national identity card", "- application for a tax card (form 04.063)")
                .contains("no later than Monday 23 March 2026")
                .doesNotContain("{{", "Nowakówna", "Bożena", "1991");
        assertThat(journal()).contains("E-mail sendt til borgeren");
    }

    @Test
    void who_chose_danish_is_written_to_in_danish() {
        write("language", "da");
        letters.send(
                reference,
                "sendInvitation",
                Map.of(
                        "appointment",
                        OffsetDateTime.parse("2026-03-30T08:00:00Z"),
                        "message",
                        "Tag begge forældre med."));

        assertThat(mail(1).subject()).isEqualTo("Din tid hos os – sag " + reference);
        assertThat(mail(1).text())
                .contains("mandag den 30. marts 2026 kl. 10.00", "Tag begge forældre med.", "Nyropsgade 1");
    }

    @Test
    void each_letter_is_written_whole_in_both_languages() {
        Map<String, Object> all = new LinkedHashMap<>(PAPERS);
        all.put("message", "Husk blanketten.");
        all.put("appointment", OffsetDateTime.parse("2026-03-30T08:00:00Z"));
        all.put("referredTo", "Jobcenter");
        all.put("reason", "Din kommune har ingen aftale.");
        for (String step : List.of("requestDocuments", "remindDocuments", "sendReferral", "sendInvitation")) {
            for (String language : List.of("da", "en")) {
                write("language", language);
                letters.send(reference, step, all);
            }
        }
        assertThat(mine()).hasSize(8).allSatisfy(mail -> {
            assertThat(mail.subject()).contains(reference.value());
            assertThat(mail.text()).contains("International Citizen Service").doesNotContain("{{");
        });
    }

    @Test
    void a_caseworkers_words_bring_no_placeholder_along() {
        letters.send(
                reference,
                "sendInvitation",
                Map.of("appointment", OffsetDateTime.parse("2026-03-30T08:00:00Z"), "message", "{{from}}"));
        assertThat(mail(1).text()).contains("{ {from}}");
    }

    @Test
    void the_id_of_a_mail_is_told_by_case_step_and_number() {
        letters.send(reference, "remindDocuments", PAPERS);
        letters.send(reference, "remindDocuments", PAPERS);
        assertThat(mine())
                .extracting(MailCatcher.Mail::messageId)
                .containsExactly(
                        "<" + reference + ".remindDocuments.1@example.dk>",
                        "<" + reference + ".remindDocuments.2@example.dk>");
    }

    @Test
    void a_step_that_is_tried_again_after_the_mail_went_sends_no_second_one() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    letters.send(reference, "requestDocuments", PAPERS);
                    throw new IllegalStateException("the engine could not go on");
                }))
                .hasMessage("the engine could not go on");

        assertThat(letters.send(reference, "requestDocuments", PAPERS)).isEqualTo(LetterOutcome.SENT);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void without_an_address_nothing_is_sent_and_the_journal_says_so() {
        write("email", null);
        assertThat(letters.send(reference, "requestDocuments", PAPERS)).isEqualTo(LetterOutcome.NO_ADDRESS);
        assertThat(journal()).anyMatch(line -> line.startsWith("E-mail ikke sendt: borgeren har ikke oplyst"));
    }

    @Test
    void an_address_that_is_none_is_refused() {
        write("email", "not an address");
        assertThat(letters.send(reference, "requestDocuments", PAPERS)).isEqualTo(LetterOutcome.REFUSED);
    }

    @Test
    void a_mail_server_that_refuses_the_address_is_an_outcome() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer("550 5.1.1 No such user")) {
            assertThat(lettersOver(server.port()).send(reference, "requestDocuments", PAPERS))
                    .isEqualTo(LetterOutcome.REFUSED);
        }
        assertThat(journal()).anyMatch(line -> line.startsWith("E-mail ikke sendt: mailserveren afviste"));
    }

    @Test
    void a_mail_server_that_cannot_now_or_is_not_there_fails_without_naming_the_citizen() throws Exception {
        try (StubbornMailServer server = new StubbornMailServer("451 4.3.0 Try again later")) {
            assertThatThrownBy(() -> lettersOver(server.port()).send(reference, "requestDocuments", PAPERS))
                    .isInstanceOf(MailServerUnavailable.class)
                    .hasMessage("mail server: MailSendException")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> lettersOver(1).send(reference, "requestDocuments", PAPERS))
                .isInstanceOf(MailServerUnavailable.class);
        assertThat(letters.send(reference, "requestDocuments", PAPERS)).isEqualTo(LetterOutcome.SENT);
        assertThat(mail(1).messageId()).isEqualTo("<" + reference + ".requestDocuments.1@example.dk>");
    }

    private TransactionalLetters lettersOver(int port) {
        JavaMailSenderImpl other = new JavaMailSenderImpl();
        other.setHost("127.0.0.1");
        other.setPort(port);
        other.setJavaMailProperties(sender.getJavaMailProperties());
        Letters over = new Letters(caseFile, book, new Mailbox(other), properties);
        return (to, step, values) -> transaction.execute(status -> over.send(to, step, values));
    }

    private interface TransactionalLetters {
        @Nullable
        LetterOutcome send(CaseReference to, String step, Map<String, ?> values);
    }

    private MailCatcher.Mail mail(int number) {
        return mine().get(number - 1);
    }

    private List<MailCatcher.Mail> mine() {
        return mails.all().stream()
                .filter(mail -> mail.messageId().contains(reference.value()))
                .toList();
    }

    private List<String> journal() {
        return caseFile.journalOf(reference).stream()
                .map(entry -> entry.description())
                .toList();
    }

    private void write(String key, @Nullable Object value) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put(key, value);
        caseFile.write(reference, change, Act.bySystem("test"));
    }
}
