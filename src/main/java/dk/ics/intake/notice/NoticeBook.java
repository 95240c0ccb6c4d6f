package dk.ics.intake.notice;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.casefile.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ics.notice}. */
@Repository
class NoticeBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that the authority must be told; it is not noted twice while the first is open. */
    void add(CaseReference reference, NoticeKind kind, Authority authority, List<String> keys) {
        jdbc.sql("""
                        insert into ics.notice (id, case_reference, kind, authority, number, keys, prepared_at)
                        select :id, :reference, :kind, :authority, count(*) + 1, :keys, :at
                        from ics.notice
                        where case_reference = :reference and kind = :kind and authority = :authority
                        having count(*) filter (where told_at is null) = 0
                        """)
                .param("id", UUID.randomUUID())
                .param("reference", reference.value())
                .param("kind", kind.code())
                .param("authority", authority.code())
                .param("keys", keys.toArray(String[]::new))
                .param("at", now())
                .update();
    }

    /** Those that have not been given yet, authority by authority. */
    List<Notice> open(CaseReference reference) {
        return jdbc.sql("""
                        select id, case_reference, kind, authority, number, keys, refusal from ics.notice
                        where case_reference = :reference and told_at is null
                        order by authority, prepared_at, kind
                        """)
                .param("reference", reference.value())
                .query(NoticeBook::read)
                .list();
    }

    void told(Notice notice, String way, String userId) {
        jdbc.sql("update ics.notice set told_at = :at, told_by = :by, way = :way where id = :id")
                .param("at", now())
                .param("by", userId)
                .param("way", way)
                .param("id", notice.id())
                .update();
    }

    void refused(Notice notice, String code) {
        jdbc.sql("update ics.notice set refusal = :code where id = :id")
                .param("code", code)
                .param("id", notice.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new CaseReference(row.getString("case_reference")),
                NoticeKind.of(row.getString("kind")),
                Authority.of(row.getString("authority")).orElseThrow(),
                row.getInt("number"),
                List.of((String[]) row.getArray("keys").getArray()),
                row.getString("refusal"));
    }
}
