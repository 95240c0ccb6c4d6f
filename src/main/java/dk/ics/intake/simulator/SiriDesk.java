package dk.ics.intake.simulator;

import dk.ics.intake.time.DanishCalendar;
import java.util.List;
import java.util.Map;

/** SIRI: takes the person over, decides within a second, and sends its decision back as a receipt. */
final class SiriDesk implements Desk {

    private final Books books;
    private final Postman postman;
    private final DanishCalendar calendar;

    SiriDesk(Books books, Postman postman, DanishCalendar calendar) {
        this.books = books;
        this.postman = postman;
        this.calendar = calendar;
    }

    @Override
    public String authority() {
        return "siri";
    }

    @Override
    public Reply handle(Call call) {
        String key = call.key();
        String forwarding = call.text("forwardingId");
        if (!call.operation().equals("hand-overs")) {
            return new Reply(404, Map.of());
        }
        if (key == null || forwarding.isEmpty()) {
            return new Reply(400, Map.of());
        }
        Map<String, String> decision = call.behaves(Behaviour.Kind.REJECT)
                ? Map.of("decision", "refused", "issuedOn", calendar.today().toString())
                : Map.of(
                        "decision",
                        "granted",
                        "documentNumber",
                        books.issue("residenceDocument", key, "R%08d"),
                        "ground",
                        call.text("ground").isEmpty() ? "worker" : call.text("ground"),
                        "issuedOn",
                        calendar.today().toString());
        String kind = call.behaves(Behaviour.Kind.REJECT) ? "AFVIST" : "ACCEPTERET";
        postman.send(
                authority(),
                call.behaviour(),
                List.of(
                        new Receipt(forwarding + "-1", forwarding, "MODTAGET", Map.of()),
                        new Receipt(forwarding + "-2", forwarding, kind, decision)));
        return Reply.ok(Map.of("received", true));
    }
}
