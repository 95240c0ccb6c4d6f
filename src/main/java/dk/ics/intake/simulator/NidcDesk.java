package dk.ics.intake.simulator;

import dk.ics.intake.time.DanishCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nationalt ID-center: takes a document and a question, and sends its statement back as a receipt. */
final class NidcDesk implements Desk {

    private final Books books;
    private final Postman postman;
    private final DanishCalendar calendar;

    NidcDesk(Books books, Postman postman, DanishCalendar calendar) {
        this.books = books;
        this.postman = postman;
        this.calendar = calendar;
    }

    @Override
    public String authority() {
        return "nidc";
    }

    @Override
    public Reply handle(Call call) {
        String key = call.key();
        String forwarding = call.text("forwardingId");
        if (!call.operation().equals("referrals")) {
            return new Reply(404, Map.of());
        }
        if (key == null
                || forwarding.isEmpty()
                || call.text("requesterCaseNumber").isEmpty()
                || call.text("question").isEmpty()) {
            return new Reply(400, Map.of());
        }
        Receipt last = call.behaves(Behaviour.Kind.REJECT)
                ? new Receipt(forwarding + "-2", forwarding, "AFVIST", Map.of("code", "COPY_ILLEGIBLE"))
                : new Receipt(forwarding + "-2", forwarding, "ACCEPTERET", statement(call, key));
        postman.send(
                authority(),
                call.behaviour(),
                List.of(new Receipt(forwarding + "-1", forwarding, "MODTAGET", Map.of()), last));
        return Reply.ok(Map.of("received", true));
    }

    private Map<String, String> statement(Call call, String key) {
        String number = books.issue("nidcCase", key, "NIDC-%07d");
        Map<String, String> statement = new LinkedHashMap<>();
        statement.put("caseNumber", number);
        statement.put("journalNumber", number.replace("NIDC-", "J"));
        statement.put("issuedOn", calendar.today().toString());
        if (call.behaves(Behaviour.Kind.FORGED)) {
            statement.put("result", "forged");
            statement.put("finding", "Siden med personoplysninger er udskiftet.");
        } else if (call.behaves(Behaviour.Kind.INCONCLUSIVE)) {
            statement.put("result", "inconclusive");
            statement.put("finding", "Kopien viser ikke dokumentets sikkerhedselementer.");
        } else {
            statement.put("result", "authentic");
            statement.put("finding", "Dokumentets sikkerhedselementer svarer til NIDC's sammenligningsmateriale.");
        }
        return statement;
    }
}
