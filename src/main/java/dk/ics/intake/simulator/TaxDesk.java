package dk.ics.intake.simulator;

import java.util.List;
import java.util.Map;

/** Skattestyrelsen: takes form 04.063, and says later whether the application can be handled. */
final class TaxDesk implements Desk {

    private final Books books;
    private final Postman postman;

    TaxDesk(Books books, Postman postman) {
        this.books = books;
        this.postman = postman;
    }

    @Override
    public String authority() {
        return "skattestyrelsen";
    }

    @Override
    public Reply handle(Call call) {
        String key = call.key();
        String forwarding = call.text("forwardingId");
        if (!call.operation().equals("applications")) {
            return new Reply(404, Map.of());
        }
        if (key == null || forwarding.isEmpty()) {
            return new Reply(400, Map.of());
        }
        Receipt last = call.behaves(Behaviour.Kind.REJECT)
                ? new Receipt(forwarding + "-3", forwarding, "AFVIST", Map.of("code", "ATTACHMENT_MISSING"))
                : new Receipt(
                        forwarding + "-3",
                        forwarding,
                        "ACCEPTERET",
                        Map.of("number", books.issue("taxCase", key, "04063-%07d")));
        postman.send(
                authority(),
                call.behaviour(),
                List.of(
                        new Receipt(forwarding + "-1", forwarding, "MODTAGET", Map.of()),
                        new Receipt(forwarding + "-2", forwarding, "AFLEVERET", Map.of()),
                        last));
        return Reply.ok(Map.of("received", true));
    }
}
