package dk.ics.intake.upgrade;

import dk.ics.intake.database.EmbeddedDatabase;
import dk.ics.intake.packaging.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of an earlier version in a data folder of the demo, looked at while no application runs on it. */
final class OldDatabase implements AutoCloseable {

    /** Something that an authority has got and whose answer a case waits for. */
    record Asked(String forwarding, String authority) {}

    /**
     * Somebody who has a link to the status page.
     *
     * @param no the person's number on that page
     */
    record Citizen(String secret, int no) {}

    private static final int SECRET = 32;

    private final EmbeddedDatabase server;
    private final JdbcClient jdbc;

    OldDatabase(Path directory) {
        server = EmbeddedDatabase.start(directory);
        jdbc = JdbcClient.create(new DriverManagerDataSource(server.url(), "owner", server.ownerPassword()));
    }

    /** Brings the fixture back, and the clock to where it stood. */
    void restore(Path fixture) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(server.url(), "owner", server.ownerPassword())) {
            Dump.restore(fixture, connection);
        }
        jdbc.sql("update ics.clock_offset set offset_seconds = :seconds")
                .param("seconds", Duration.between(Instant.now(), lastMoment()).toSeconds())
                .update();
    }

    /** When something was last done. */
    Instant lastMoment() {
        return jdbc.sql("""
                        select greatest((select max(at) from ics.journal),
                          (select max(timestamp_) from public.act_hi_job_log) at time zone 'UTC')
                        """).query(OffsetDateTime.class).single().toInstant();
    }

    Set<WaitState> waitStates() {
        return WaitState.in(jdbc);
    }

    List<String> openCases() {
        return jdbc.sql("select reference from ics.case_file where status = 'open' order by reference")
                .query(String.class)
                .list();
    }

    /** Of the tasks of each kind every second one. */
    Set<String> everySecondTask() {
        return Set.copyOf(jdbc.sql("""
                        select id_ from (select id_, row_number() over (partition by task_def_key_ order by id_) as place
                          from public.act_ru_task) numbered
                        where place % 2 = 0
                        """).query(String.class).list());
    }

    List<Asked> unanswered() {
        return jdbc.sql("""
                        select id::text, authority from ics.forwarding
                        where process_instance_id in (select proc_inst_id_ from public.act_ru_event_subscr)
                        order by authority, id
                        """)
                .query((row, number) -> new Asked(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Those whose cases wait for this message of theirs, the latest appointment first. What stood in their mails stands
     * nowhere else, so each gets a link of the old version here.
     */
    List<Citizen> waitingToSay(String message) {
        return jdbc.sql("""
                        select a.application_id, (select count(*)::int from ics.application_case before
                            where before.application_id = a.application_id and before.position <= a.position)
                        from public.act_ru_event_subscr s
                        join public.act_ru_execution instance on instance.id_ = s.proc_inst_id_
                        join ics.application_case a on a.case_reference = instance.business_key_
                        left join ics.visitation v on v.case_reference = a.case_reference
                        where s.event_name_ = :message
                        order by v.appointment_at desc nulls last, a.case_reference
                        """)
                .param("message", message)
                .query((row, number) -> new Citizen(link(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    private String link(UUID application) {
        byte[] random = new byte[SECRET];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("""
                        insert into ics.status_link (secret_sha256, application_id, language, issued_at, expires_at)
                        values (encode(sha256(:secret::bytea), 'hex'), :application, 'da', :at, :at + interval '1 year')
                        """)
                .param("secret", secret.getBytes(StandardCharsets.US_ASCII))
                .param("application", application)
                .param("at", lastMoment().atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Asks the delivered application whether the ledger holds, as an auditor does with any restored copy. */
    Launch verify(Path directory) throws IOException {
        Path evidence = directory.toAbsolutePath().resolve("evidence");
        return Launch.start(
                directory,
                Map.of("ICS_VERIFY_USER", "owner", "ICS_VERIFY_PASSWORD", server.ownerPassword()),
                Launch.java(
                        Launch.jar().toAbsolutePath(),
                        "--ics.verify=" + server.url(),
                        "--ics.evidence.public-keys=" + evidence.resolve("public-keys"),
                        "--ics.evidence.export=" + evidence.resolve("checkpoints")));
    }

    /** Rows of a table, perhaps with a condition. */
    long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** Whether a case has passed this event since, other than by being cut off. */
    boolean hasPassed(String activity, Instant since) {
        return jdbc.sql("""
                        select exists (select from public.act_hi_actinst where act_id_ = :activity
                          and end_time_ >= :since::timestamptz at time zone 'UTC' and act_inst_state_ <> 2)
                        """)
                .param("activity", activity)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        server.close();
    }
}
