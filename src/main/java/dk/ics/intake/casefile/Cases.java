package dk.ics.intake.casefile;

import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ics.case_file}. */
@Repository
class Cases {

    private static final String COLUMNS =
            "c.reference, c.municipality, c.category, c.channel, c.status, c.opened_at, c.closed_at, c.outcome";

    private final JdbcClient jdbc;
    private final Clock clock;

    Cases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CaseReference open(MunicipalityCode municipality, String category, String channel) {
        int year =
                LocalDate.ofInstant(clock.instant(), DanishCalendar.COPENHAGEN).getYear();
        long number = jdbc.sql("select nextval('ics.case_number_' || :year)")
                .param("year", Integer.toString(year))
                .query(Long.class)
                .single();
        CaseReference reference = CaseReference.of(year, number);
        jdbc.sql("""
                        insert into ics.case_file (reference, municipality, category, channel, status, opened_at)
                        values (:reference, :municipality, :category, :channel, 'open', :at)
                        """)
                .param("reference", reference.value())
                .param("municipality", municipality.value())
                .param("category", category)
                .param("channel", channel)
                .param("at", now())
                .update();
        return reference;
    }

    Optional<CaseFileEntry> find(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + " from ics.case_file c where c.reference = :reference")
                .param("reference", reference.value())
                .query(Cases::entry)
                .optional();
    }

    /**
     * Not {@code for update}: a line in the journal, whose foreign key looks at the case, need not wait for a call to an
     * authority that holds the case.
     */
    void lock(CaseReference reference) {
        boolean locked = jdbc.sql("select 1 from ics.case_file where reference = :reference for no key update")
                .param("reference", reference.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!locked) {
            throw new NoSuchElementException("There is no case " + reference);
        }
    }

    boolean close(CaseReference reference, String outcome) {
        return jdbc.sql("""
                                update ics.case_file set status = 'closed', closed_at = :at, outcome = :outcome
                                where reference = :reference and status <> 'closed'
                                """)
                        .param("reference", reference.value())
                        .param("at", now())
                        .param("outcome", outcome)
                        .update()
                == 1;
    }

    boolean reopen(CaseReference reference) {
        return jdbc.sql("""
                                update ics.case_file set status = 'open', closed_at = null, outcome = null
                                where reference = :reference and status = 'closed'
                                """).param("reference", reference.value()).update() == 1;
    }

    void place(CaseReference reference, MunicipalityCode to) {
        jdbc.sql("update ics.case_file set municipality = :municipality where reference = :reference")
                .param("reference", reference.value())
                .param("municipality", to.value())
                .update();
    }

    List<CaseFileEntry> othersWithSameIdentityDocument(CaseReference reference) {
        return jdbc.sql("""
                        select %s
                        from ics.person mine
                        join ics.person other
                          on other.identity_document_state = mine.identity_document_state
                          and other.identity_document_key = mine.identity_document_key
                          and other.case_reference <> mine.case_reference
                        join ics.case_file c on c.reference = other.case_reference and c.status = 'open'
                        where mine.case_reference = :reference and mine.identity_document_key <> ''
                        order by c.opened_at, c.reference
                        """.formatted(COLUMNS))
                .param("reference", reference.value())
                .query(Cases::entry)
                .list();
    }

    List<CaseFileEntry> othersOfSamePersonOrDocument(CaseReference reference) {
        return jdbc.sql("""
                        select %s from ics.case_file c where c.reference in (
                          select other.case_reference from ics.person mine join ics.person other
                            on other.identity_document_state = mine.identity_document_state
                            and other.identity_document_key = mine.identity_document_key
                          where mine.case_reference = :reference and mine.identity_document_key <> ''
                          union
                          select other.case_reference from ics.person mine join ics.person other
                            on lower(other.family_name) = lower(mine.family_name)
                            and lower(other.given_names) = lower(mine.given_names)
                            and other.birth_date = mine.birth_date
                          where mine.case_reference = :reference)
                          and c.reference <> :reference
                        order by c.opened_at, c.reference
                        """.formatted(COLUMNS))
                .param("reference", reference.value())
                .query(Cases::entry)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CaseFileEntry entry(ResultSet row, int number) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseFileEntry(
                new CaseReference(row.getString("reference")),
                new MunicipalityCode(row.getString("municipality")),
                row.getString("category"),
                row.getString("channel"),
                row.getString("status"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("outcome"));
    }
}
