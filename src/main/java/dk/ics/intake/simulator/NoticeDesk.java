package dk.ics.intake.simulator;

import java.util.Map;
import java.util.Set;

/** What every authority does alike: it takes notices about what it was given, and says under which number. */
final class NoticeDesk implements Desk {

    private static final Set<String> KINDS = Set.of("withdrawn", "corrected", "deceased", "departed");

    private final Desk desk;
    private final Books books;

    NoticeDesk(Desk desk, Books books) {
        this.desk = desk;
        this.books = books;
    }

    @Override
    public String authority() {
        return desk.authority();
    }

    @Override
    public Reply handle(Call call) {
        String key = call.key();
        if (!call.operation().equals("notices")) {
            return desk.handle(call);
        }
        if (key == null || !KINDS.contains(call.text("kind"))) {
            return new Reply(400, Map.of());
        }
        return Reply.ok(Map.of("noted", books.issue("notice", key, "UN-%07d")));
    }
}
