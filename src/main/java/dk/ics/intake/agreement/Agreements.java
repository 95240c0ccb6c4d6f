package dk.ics.intake.agreement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreements with the municipalities, day by day; each change is kept with who made it. */
@Service
public class Agreements {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Agreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is agreed for citizens of the category who live there, on that day. */
    @Transactional(readOnly = true)
    public AgreedServices on(LocalDate day, MunicipalityCode municipality, String category) {
        Map<String, String> agreed = new LinkedHashMap<>();
        jdbc.sql("""
                        select service, coalesce(reservation, '') as reservation from ics.agreement
                        where municipality = :municipality and category = :category
                          and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        """)
                .param("municipality", municipality.value())
                .param("category", category)
                .param("day", day)
                .query(row -> {
                    agreed.put(row.getString("service"), row.getString("reservation"));
                });
        return new AgreedServices(agreed);
    }

    /** Whether the municipality has left anything for anybody to ICS on that day. */
    @Transactional(readOnly = true)
    public boolean isServed(LocalDate day, MunicipalityCode municipality) {
        return jdbc.sql("""
                        select exists (select 1 from ics.agreement where municipality = :municipality
                          and valid_from <= :day and (valid_to is null or valid_to >= :day))
                        """)
                .param("municipality", municipality.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** All agreements of a municipality, also past and future ones. */
    @Transactional(readOnly = true)
    public List<Agreement> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select * from ics.agreement where municipality = :municipality
                        order by category, service, valid_from
                        """)
                .param("municipality", municipality.value())
                .query(Agreements::agreement)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Agreement> find(UUID id) {
        return jdbc.sql("select * from ics.agreement where id = :id")
                .param("id", id)
                .query(Agreements::agreement)
                .optional();
    }

    /** What was done to the agreement and by whom, oldest first. */
    @Transactional(readOnly = true)
    public List<AgreementChange> changesOf(UUID id) {
        return jdbc.sql("select * from ics.agreement_change where agreement_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new AgreementChange(
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        row.getString("user_id"),
                        row.getString("act"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("reservation")))
                .list();
    }

    /**
     * Concludes an agreement on each of the services for each of the categories.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if one of them overlaps one that stands
     */
    @Transactional
    public List<Agreement> conclude(AgreementEntry entry, String userId) {
        List<Agreement> concluded = new ArrayList<>();
        for (String category : entry.categories()) {
            for (String service : entry.services()) {
                Agreement agreement = new Agreement(
                        ids.generate(),
                        entry.municipality(),
                        category,
                        service,
                        entry.validFrom(),
                        entry.validTo(),
                        entry.reservation());
                statement("""
                        insert into ics.agreement
                          (id, municipality, category, service, valid_from, valid_to, reservation)
                        values (:id, :municipality, :category, :service, :from, :to, :reservation)
                        """, agreement).update();
                log("concluded", agreement, userId);
                concluded.add(agreement);
            }
        }
        return concluded;
    }

    /**
     * Gives an agreement another period or reservation. It cannot be taken away: one that was never meant ends on its
     * first day.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if it then overlaps another
     * @throws java.util.NoSuchElementException if there is no such agreement
     */
    @Transactional
    public Agreement change(
            UUID id, LocalDate validFrom, @Nullable LocalDate validTo, @Nullable String reservation, String userId) {
        Agreement before = find(id).orElseThrow();
        Agreement after = new Agreement(
                id, before.municipality(), before.category(), before.service(), validFrom, validTo, reservation);
        statement("""
                update ics.agreement set municipality = :municipality, category = :category, service = :service,
                  valid_from = :from, valid_to = :to, reservation = :reservation
                where id = :id
                """, after).update();
        log("changed", after, userId);
        return after;
    }

    private void log(String act, Agreement agreement, String userId) {
        statement("""
                insert into ics.agreement_change
                  (agreement_id, at, user_id, act, municipality, category, service, valid_from, valid_to, reservation)
                values (:id, :at, :user, :act, :municipality, :category, :service, :from, :to, :reservation)
                """, agreement)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", userId)
                .param("act", act)
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, Agreement agreement) {
        return jdbc.sql(sql)
                .param("id", agreement.id())
                .param("municipality", agreement.municipality().value())
                .param("category", agreement.category())
                .param("service", agreement.service())
                .param("from", agreement.validFrom())
                .param("to", agreement.validTo(), java.sql.Types.DATE)
                .param("reservation", agreement.reservation(), java.sql.Types.VARCHAR);
    }

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                new MunicipalityCode(row.getString("municipality")),
                row.getString("category"),
                row.getString("service"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("reservation"));
    }
}
