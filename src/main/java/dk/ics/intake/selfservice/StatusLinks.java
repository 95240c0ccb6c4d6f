package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.StatusLink;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which secret opens the status page of which application. */
@Repository
class StatusLinks implements StatusLink {

    /** What the secret of a draft becomes when the application is sent. */
    static final String PURPOSE = "status";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SelfServiceProperties properties;

    StatusLinks(JdbcClient jdbc, Clock clock, SelfServiceProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** An application that a link opens. */
    record Opened(UUID application, String language, OffsetDateTime receivedAt) {}

    /** Ties the secret to the application of the case; false if there is none. */
    boolean issue(Secret secret, CaseReference oneOfItsCases, String language) {
        return jdbc.sql("""
                        insert into ics.status_link (secret_sha256, application_id, language, issued_at, expires_at)
                        select :secret, application_id, :language, :now, :expires
                        from ics.application_case where case_reference = :reference
                        """)
                        .param("secret", secret.sha256())
                        .param("language", language)
                        .param("now", now())
                        .param("expires", now().plus(properties.keepLinks()))
                        .param("reference", oneOfItsCases.value())
                        .update()
                > 0;
    }

    /** In a transaction of its own: the mail in which it stands may be gone when the caller's comes to nothing. */
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> issue(CaseReference reference, String language) {
        Secret secret = Secret.random();
        return issue(secret, reference, language)
                ? Optional.of(properties.address("/apply/status/" + secret.value()))
                : Optional.empty();
    }

    Optional<Opened> open(Secret secret) {
        return jdbc.sql("""
                        select a.id, l.language, a.received_at
                        from ics.status_link l join ics.application a on a.id = l.application_id
                        where l.secret_sha256 = :secret and l.expires_at > :now
                        """)
                .param("secret", secret.sha256())
                .param("now", now())
                .query((row, number) -> new Opened(
                        row.getObject("id", UUID.class),
                        row.getString("language"),
                        row.getObject("received_at", OffsetDateTime.class)))
                .optional();
    }

    List<CaseReference> cases(UUID application) {
        return jdbc.sql("""
                        select case_reference from ics.application_case
                        where application_id = :application order by position
                        """)
                .param("application", application)
                .query((row, number) -> new CaseReference(row.getString("case_reference")))
                .list();
    }

    /** The first case of each application in which somebody gave this mail address, newest first. */
    List<CaseReference> appliedFrom(String email, int most) {
        return jdbc.sql("""
                        select distinct on (a.received_at, a.id) c.case_reference
                        from ics.person p
                        join ics.application_case mine on mine.case_reference = p.case_reference
                        join ics.application a on a.id = mine.application_id
                        join ics.application_case c on c.application_id = a.id
                        where p.email_key = ics.email_key(:email)
                        order by a.received_at desc, a.id, c.position
                        limit :most
                        """)
                .param("email", email)
                .param("most", most)
                .query((row, number) -> new CaseReference(row.getString("case_reference")))
                .list();
    }

    /** Removes the links that open nothing any more. */
    @Transactional
    public int removeExpired() {
        return jdbc.sql("delete from ics.status_link where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
