package dk.ics.intake.casefile;

import dk.ics.intake.evidence.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What caseworkers write down about cases, at any time, also after closing. */
@Service
public class Notes {

    /** Characters of a note. */
    public static final int LONGEST = 4000;

    private static final String FIELD = "text";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;

    Notes(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    /**
     * Adds a note. The same id again adds nothing, so that a double click makes one note.
     *
     * @param id made by the page on which it is written
     * @return what has to be put right before it is added
     */
    @Transactional
    public Optional<FieldProblem> add(CaseReference reference, UUID id, String text, String userId) {
        if (!CaseText.isClean(text)) {
            return Optional.of(new FieldProblem(
                    FIELD, "Notatet indeholder usynlige tegn, der ikke kan gemmes. Skriv det uden at kopiere."));
        }
        String body = CaseText.normalise(text);
        if (body.isEmpty()) {
            return Optional.of(new FieldProblem(FIELD, "Skriv notatet."));
        }
        int length = body.codePointCount(0, body.length());
        if (length > LONGEST) {
            return Optional.of(new FieldProblem(
                    FIELD, "Notatet må højst være på %d tegn. Det er på %d. Del det i to.".formatted(LONGEST, length)));
        }
        int added = jdbc.sql("""
                        insert into ics.note (id, case_reference, at, user_id, body)
                        values (:id, :reference, :at, :user, :body)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", userId)
                .param("body", body)
                .update();
        if (added > 0) {
            evidence.act(reference.value(), "note", userId, null);
        }
        return isKept(reference, id, userId)
                ? Optional.empty()
                : Optional.of(new FieldProblem(FIELD, "Notatet blev ikke gemt. Genindlæs siden, og skriv det igen."));
    }

    /** Not so if the id was somebody else's. */
    private boolean isKept(CaseReference reference, UUID id, String userId) {
        return jdbc.sql("""
                        select exists (select 1 from ics.note
                          where id = :id and case_reference = :reference and user_id = :user)
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    /** The notes of a case, the oldest first. */
    @Transactional(readOnly = true)
    public List<Note> of(CaseReference reference) {
        return jdbc.sql("select at, user_id, body from ics.note where case_reference = :reference order by at, id")
                .param("reference", reference.value())
                .query(Notes::note)
                .list();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("user_id"), row.getString("body"));
    }
}
