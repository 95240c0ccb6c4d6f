package dk.ics.intake.simulator;

import java.util.Map;

/** The MitID registration authority's system: makes identities. */
final class MitIdDesk implements Desk {

    private final Books books;

    MitIdDesk(Books books) {
        this.books = books;
    }

    @Override
    public String authority() {
        return "mitid";
    }

    @Override
    public Reply handle(Call call) {
        String key = call.key();
        if (!call.operation().equals("identities")) {
            return new Reply(404, Map.of());
        }
        if (key == null || call.text("personalNumber").isEmpty()) {
            return new Reply(400, Map.of());
        }
        return Reply.ok(Map.of("identity", books.issue("mitId", key, "MITID-%08d")));
    }
}
