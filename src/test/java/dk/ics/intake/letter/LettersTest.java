package dk.ics.intake.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.simulator.MailCatcher;
import dk.ics.intake.time.DanishCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    Copies copies;

    @Autowired
    Documents documents;

    @Autowired
    TestClock testClock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DanishCalendar calendar;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatusLink links;

    @Autowired
    PrintQueue toPrint;

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
    void each_letter_is_a_document_of_the_case_of_its_day() {
        letters.send(reference, "requestDocuments", PAPERS);

        Document letter = kept().get(0);
        assertThat(kept()).hasSize(1);
        assertThat(letter)
                .returns("letter", Document::typeCode)
                .returns("application/pdf", Document::contentType)
                .returns("outgoing", Document::source)
                .returns(calendar.today(), Document::receivedOn);
        assertThat(letter.fileName())
                .startsWith("Vi mangler papirer i sag " + reference)
                .endsWith(".pdf");
        assertThat(pdf(letter).text())
                .contains("Bożena Elżbieta Nowakówna", "passport or national identity card", "Monday 23 March 2026")
                .doesNotContain("Falkoner");
        assertThat(journal()).contains("Brev skrevet: Vi mangler papirer i sag " + reference);
        assertThat(documentOf("requestDocuments")).isEqualTo(letter.id());
    }

    @Test
    void a_step_that_is_tried_again_writes_no_second_letter() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    letters.send(reference, "requestDocuments", PAPERS);
                    throw new IllegalStateException("the engine could not go on");
                }))
                .hasMessage("the engine could not go on");
        assertThat(kept()).isEmpty();

        letters.send(reference, "requestDocuments", PAPERS);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void a_letter_that_is_tried_again_on_another_day_keeps_its_date() {
        LocalDate day = calendar.today();
        assertThatThrownBy(() -> lettersOver(1).send(reference, "requestDocuments", PAPERS))
                .isInstanceOf(MailServerUnavailable.class);
        testClock.advance(Duration.ofDays(3));

        letters.send(reference, "requestDocuments", PAPERS);
        assertThat(kept()).singleElement().returns(day, Document::receivedOn);
        assertThat(pdf(kept().get(0)).text()).contains(Language.ENGLISH.write(day));
    }

    @Test
    void a_refusal_is_on_paper_and_the_mail_says_only_that_there_is_one() {
        write("language", "da");
        letters.send(reference, "sendMitIdRefusal", Map.of("reason", "Billedet ligner ikke borgeren."));

        assertThat(mail(1).subject()).isEqualTo("Der er truffet en afgørelse i din sag " + reference);
        assertThat(mail(1).text()).doesNotContain("Billedet", "MitID", "afslag", "Nowakówna", "{{");
        assertThat(pdf(kept().get(0)).text())
                .contains(
                        "Billedet ligner ikke borgeren.", "Du kan klage over afgørelsen til Digitaliseringsstyrelsen.")
                .doesNotContain("uger");
        assertThat(journal())
                .contains("E-mail sendt til borgeren om, at der er et brev. Udskriv brevet, og giv det til borgeren, "
                        + "eller send det med post");
    }

    @Test
    void who_is_refused_registration_is_told_how_to_complain_and_until_when() {
        write("language", "da");
        letters.send(reference, "sendRegistrationRefusal", Map.of("reason", "Boligen er ikke dokumenteret."));

        assertThat(pdf(kept().get(0)).text())
                .contains("Boligen er ikke dokumenteret.", "Digitaliseringsministeriet", "inden 4 uger");
    }

    @Test
    void who_has_no_mail_address_has_the_letter_on_paper() {
        write("email", null);
        letters.send(reference, "requestDocuments", PAPERS);

        assertThat(kept()).hasSize(1);
        assertThat(journal()).anyMatch(line -> line.contains("send det med post"));
    }

    @Test
    void a_paper_of_the_desk_is_kept_and_not_mailed() {
        letters.handOut(
                reference,
                DocumentType.TEMPORARY_CERTIFICATE,
                Map.of("holder", "Bożena", "replacementNumber", "770591-1000"),
                Act.bySystem("issueTemporaryCertificate"));

        assertThat(mine()).isEmpty();
        assertThat(kept()).singleElement().returns("temporaryCertificate", Document::typeCode);
        assertThat(pdf(kept().get(0)).text()).contains("(Erstatningspersonnummer): 770591-1000");
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

    @Test
    void a_mail_that_may_have_gone_is_not_sent_again_but_printed() throws Exception {
        try (ForgetfulMailServer server = new ForgetfulMailServer(sender.getPort())) {
            assertThat(lettersOver(server.port()).send(reference, "requestDocuments", PAPERS))
                    .isEqualTo(LetterOutcome.UNCERTAIN);
        }
        assertThat(mine()).as("the server had taken it").hasSize(1);
        assertThat(journal()).anyMatch(line -> line.startsWith("Det vides ikke, om e-mailen nåede frem"));
        assertThat(printing()).containsExactly("requestDocuments");
    }

    @Test
    void what_dies_while_the_mail_is_under_way_sends_it_no_second_time() throws Exception {
        try (ForgetfulMailServer server = new ForgetfulMailServer(sender.getPort())) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        lettersOver(server.port()).send(reference, "requestDocuments", PAPERS);
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
        }
        assertThat(letters.send(reference, "requestDocuments", PAPERS)).isEqualTo(LetterOutcome.UNCERTAIN);
        assertThat(mine()).hasSize(1);
        assertThat(kept()).hasSize(1);
        assertThat(letters.send(reference, "requestDocuments", PAPERS))
                .as("the next time the process comes there")
                .isEqualTo(LetterOutcome.SENT);
    }

    @Test
    void a_letter_that_no_mail_has_brought_is_printed_once() {
        write("email", null);
        letters.send(reference, "sendSummary", Map.of("services", List.of()));
        PrintQueue.ToPrint letter = toPrint.waiting(List.of("0147")).stream()
                .filter(one -> one.reference().equals(reference.value()))
                .findFirst()
                .orElseThrow();
        assertThat(letter.title()).isEqualTo("Din sag er afsluttet – sag " + reference);
        assertThat(letter.date()).isEqualTo(calendar.today());
        assertThat(documents.file(reference, letter.id())).isPresent();

        assertThat(toPrint.waiting(List.of("0157", "0101")))
                .as("in other municipalities")
                .noneMatch(one -> one.reference().equals(reference.value()));
        assertThat(toPrint.printed(letter.id(), "visitation", List.of("0157"))).isFalse();
        assertThat(toPrint.printed(letter.id(), "visitation", List.of("0147"))).isTrue();
        assertThat(toPrint.printed(letter.id(), "visitation", List.of("0147"))).isFalse();
        assertThat(printing()).isEmpty();
        assertThat(caseFile.journalOf(reference))
                .filteredOn(entry -> entry.actCode().equals("letterPrinted"))
                .singleElement()
                .returns("visitation", entry -> entry.userId());
    }

    @Test
    void a_mail_that_has_gone_is_not_printed() {
        letters.send(reference, "requestDocuments", PAPERS);
        assertThat(printing()).isEmpty();
    }

    private List<String> printing() {
        return toPrint.waiting(List.of("0147")).stream()
                .filter(one -> one.reference().equals(reference.value()))
                .map(PrintQueue.ToPrint::kind)
                .toList();
    }

    private TransactionalLetters lettersOver(int port) {
        JavaMailSenderImpl other = new JavaMailSenderImpl();
        other.setHost("127.0.0.1");
        other.setPort(port);
        other.setJavaMailProperties(sender.getJavaMailProperties());
        Letters over = new Letters(caseFile, book, new Mailbox(other), copies, properties, calendar, links);
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

    private List<Document> kept() {
        return documents.list(reference);
    }

    private Pdf pdf(Document letter) {
        return new Pdf(documents.file(reference, letter.id()).orElseThrow().content());
    }

    private UUID documentOf(String step) {
        return jdbc.sql("""
                        select document_id from ics.letter_document join ics.letter using (message_id)
                        where case_reference = :reference and step = :step
                        """)
                .param("reference", reference.value())
                .param("step", step)
                .query(UUID.class)
                .single();
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
