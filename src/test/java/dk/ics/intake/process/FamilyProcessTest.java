package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.application.Families;
import dk.ics.intake.application.FamilyMember;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who move in together: cases of their own, tied, one appointment. */
class FamilyProcessTest extends ProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static int families;

    @Autowired
    Families familyBook;

    private final List<CaseUnderTest> family = new ArrayList<>();

    @BeforeEach
    void aFamilyApplies() throws Exception {
        ObjectNode application = (ObjectNode) JSON.readTree(new File("samples/german-engineer.json"));
        ObjectNode worker = (ObjectNode) application.at("/persons/0");
        worker.put("wantsTaxCard", false);
        families++;
        ArrayNode persons = application.putArray("persons");
        persons.add(person(worker, "Jürgen", "applicant", "euWorker", "1991-05-14", 1));
        persons.add(person(worker, "Anna", "spouse", "euFamily", "1992-06-15", 2));
        persons.add(person(worker, "Emil", "child", "euFamily", "2019-07-16", 3));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(application.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JSON.readTree(answer.body())
                .path("cases")
                .forEach(one ->
                        family.add(open(new CaseReference(one.path("reference").asText()))));
    }

    @Test
    void each_is_a_case_of_its_own_category_tied_to_the_others() {
        for (CaseUnderTest member : family) {
            assertThat(familyBook.of(member.reference()))
                    .extracting(
                            one -> one.entry().reference(),
                            FamilyMember::relation,
                            one -> one.entry().category())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(family.get(0).reference(), "applicant", "euWorker"),
                            org.assertj.core.groups.Tuple.tuple(family.get(1).reference(), "spouse", "euFamily"),
                            org.assertj.core.groups.Tuple.tuple(family.get(2).reference(), "child", "euFamily"));
        }
        assertThat(familyBook.of(apply().reference())).hasSize(1);
    }

    @Test
    void the_time_of_one_is_suggested_to_the_others_until_they_are_done() {
        family.forEach(member -> member.work("assessApplication"));
        assertThat(family.get(1).shown("bookAppointment").toString()).contains("ingen tid endnu");

        family.get(0).work("bookAppointment", Map.of("appointmentAt", "2026-03-09T10:15:00+01:00"));

        for (CaseUnderTest other : family.subList(1, 3)) {
            assertThat(other.shown("bookAppointment").at("/appointmentAt/value").asText())
                    .startsWith("2026-03-09T10:15");
            assertThat(other.shown("bookAppointment").toString())
                    .contains(
                            "Familie: ansøger, sag " + family.get(0).reference().value(), "9. marts 2026 kl. 10.15");
            other.work("bookAppointment");
            assertThat(other.file("appointmentAt")).isEqualTo(OffsetDateTime.parse("2026-03-09T10:15:00+01:00"));
        }
    }

    @Test
    void the_time_of_a_closed_case_or_of_yesterday_is_suggested_to_nobody() {
        family.forEach(member -> member.work("assessApplication"));
        caseFile.write(
                family.get(0).reference(),
                Map.of("appointmentAt", OffsetDateTime.parse("2026-03-01T10:00:00+01:00")),
                Act.bySystem("test"));
        assertThat(family.get(1)
                        .shown("bookAppointment")
                        .at("/appointmentAt/value")
                        .asText())
                .startsWith("2026-03-02T");

        family.get(0).work("bookAppointment", Map.of("appointmentAt", "2026-03-09T10:15:00+01:00"));
        caseFile.close(family.get(0).reference(), "refused", Act.bySystem("test"));
        assertThat(family.get(1)
                        .shown("bookAppointment")
                        .at("/appointmentAt/value")
                        .asText())
                .startsWith("2026-03-02T");
    }

    @Test
    void a_child_goes_all_the_way_to_its_health_card_without_stating_an_insurance_country() {
        CaseUnderTest child = family.get(2)
                .work(
                        "assessApplication",
                        "bookAppointment",
                        "checkIn",
                        "callUp",
                        "bookSiriAppointment",
                        "recordSiriAttendance")
                .until("recordResidenceDocument");

        child.work("recordResidenceDocument", "controlIdentity", "decideRegistration", "chooseDoctor")
                .untilEnd("caseClosed");

        child.isClosed("completed");
        assertThat(child.file("residenceGround")).isEqualTo("familyMember");
        assertThat(child.file("insuranceCountry")).isEqualTo("");
    }

    private static ObjectNode person(
            ObjectNode like, String givenNames, String relation, String category, String born, int number) {
        ObjectNode person = like.deepCopy();
        person.put("givenNames", givenNames)
                .put("relationToApplicant", relation)
                .put("category", category)
                .put("birthDate", born)
                .put("wantsMitId", false)
                .put("identityDocumentNumber", "F%02dX%04d".formatted(number, families));
        return person;
    }
}
