package dk.ics.intake.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.Receipt;
import dk.ics.intake.authority.ReceiptInbox;
import dk.ics.intake.authority.ReceiptKind;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.JournalEntry;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Books;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class TaxApplicationsTest {

    private static final Act ACT = Act.bySystem("test");

    @Autowired
    TaxApplications tax;

    @Autowired
    ReceiptInbox inbox;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Books books;

    @Autowired
    ObjectMapper json;

    private CaseReference reference;

    @BeforeEach
    void check() {
        reference = TestCases.euWorker(caseFile);
        caseFile.write(
                reference,
                Map.of(
                        "taxFormSigned", "met",
                        "taxContractSigned", "met",
                        "taxIdentityCopied", "met",
                        "taxCopiesLegible", "met",
                        "taxDecision", "forward",
                        "taxCheckedBy", "sagsbehandler",
                        "taxCheckedAt", OffsetDateTime.parse("2026-03-02T10:00:00+01:00")),
                ACT);
        behaviours.next("skattestyrelsen", "applications", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
    }

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void the_application_goes_with_its_papers_and_without_others() throws Exception {
        add("taxForm");
        add("residenceDocument");
        tax.forward(reference, "instance", true);

        JsonNode sent = json.readTree(arrival().body());
        assertThat(sent.path("employer").asText()).isEqualTo("Møllehjulet ApS");
        assertThat(sent.path("jobStart").asText()).isEqualTo("2026-03-16");
        assertThat(sent.path("documents").findValuesAsText("type")).containsExactly("taxForm");
        assertThat(caseFile.journalOf(reference))
                .as("what went out, and what with it")
                .extracting(JournalEntry::description)
                .contains("Dokument sendt til Skattestyrelsen: Ansøgning om skattekort (blanket 04.063)");
        assertThat(tax.lookFor(reference)).isEqualTo("none");
    }

    @Test
    void it_counts_as_accepted_only_when_the_receipt_says_so() throws Exception {
        tax.forward(reference, "instance", true);
        receive(ReceiptKind.MODTAGET, "{}");
        receive(ReceiptKind.AFLEVERET, "{}");
        assertThat(tax.lookFor(reference)).isEqualTo("none");

        receive(ReceiptKind.ACCEPTERET, "{\"number\":\"04063-7\"}");
        assertThat(tax.lookFor(reference)).isEqualTo("accepted");
        assertThat(caseFile.read(reference, List.of("taxReceiptNumber"))).containsEntry("taxReceiptNumber", "04063-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AFVIST|{\"code\":\"ATTACHMENT_MISSING\"}|Et bilag mangler eller kan ikke læses.",
                "AFVIST|{\"code\":\"T-17\"}|Skattestyrelsen har afvist ansøgningen med kode T-17.",
                "AFVIST|{\"code\":\"fritekst om borgeren\"}|Skattestyrelsen har afvist ansøgningen.",
                "FEJLET|{}|Ansøgningen nåede ikke frem til Skattestyrelsen."
            })
    void a_rejection_says_why_and_correcting_it_is_a_new_attempt(ReceiptKind kind, String content, String why)
            throws Exception {
        tax.forward(reference, "instance", true);
        receive(kind, content);
        assertThat(tax.lookFor(reference)).isEqualTo("rejected");
        assertThat(caseFile.read(reference, List.of("taxRejection"))).containsEntry("taxRejection", why);

        behaviours.next("skattestyrelsen", "applications", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        tax.forward(reference, "instance", true);
        assertThat(arrival().idempotencyKey()).isEqualTo(reference + "/forwardTaxApplication/2");
        assertThat(tax.lookFor(reference)).isEqualTo("none");
    }

    private void receive(ReceiptKind kind, String content) throws Exception {
        UUID forwarding = UUID.fromString(
                json.readTree(arrival().body()).path("forwardingId").asText());
        inbox.keep(new Receipt(
                Authority.SKATTESTYRELSEN, forwarding + "-" + kind, forwarding, kind, json.readTree(content)));
    }

    private Arrival arrival() {
        List<Arrival> mine = books.arrivals("skattestyrelsen").stream()
                .filter(arrival -> String.valueOf(arrival.idempotencyKey()).startsWith(reference.value()))
                .toList();
        return mine.get(mine.size() - 1);
    }

    private void add(String type) {
        documents.add(
                reference,
                type,
                new DocumentFile("blanket.pdf", "application/pdf", new byte[] {37, 80, 68, 70}),
                "application",
                ACT);
    }
}
