package dk.ics.intake.training;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of courses and trainings. Every act on it passes here; nothing in it is changed or deleted. */
@Service
public class TrainingRegister {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    TrainingRegister(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** The courses as they hold now, by code. */
    @Transactional(readOnly = true)
    public List<Course> courses() {
        return jdbc.sql("select distinct on (code) * from ics.course order by code, number desc")
                .query((row, number) -> new Course(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("required_for"),
                        row.getInt("months")))
                .list();
    }

    /** A new course, or one that holds otherwise from now on; trainings that are recorded keep their last day. */
    @Transactional
    public Course set(Course course, String userId) {
        jdbc.sql("""
                        insert into ics.course (code, title, required_for, months, recorded_by, recorded_at)
                        values (:code, :title, :requiredFor, :months, :by, :at)
                        """)
                .param("code", course.code())
                .param("title", course.title())
                .param("requiredFor", course.requiredFor(), Types.VARCHAR)
                .param("months", course.months())
                .param("by", userId)
                .param("at", now())
                .update();
        changed(
                userId,
                new Facts()
                        .code("act", "courseSet")
                        .code("course", course.code())
                        .code("requiredFor", course.requiredFor())
                        .code("months", course.months()));
        return course;
    }

    /** Every training, the newest of an employee first, revoked ones among them. */
    @Transactional(readOnly = true)
    public List<Training> all() {
        return jdbc.sql(SELECT + "order by t.user_id, t.course, t.valid_until desc, t.recorded_at desc")
                .query(TrainingRegister::training)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Training> of(String userId) {
        return jdbc.sql(SELECT + "where t.user_id = :user order by t.course, t.valid_until desc, t.recorded_at desc")
                .param("user", userId)
                .query(TrainingRegister::training)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Training> find(UUID id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query(TrainingRegister::training)
                .optional();
    }

    /**
     * Records that an employee has passed a course.
     *
     * @throws java.util.NoSuchElementException if there is no such course
     * @throws org.springframework.dao.DataIntegrityViolationException if it is the employee who records it, the course is
     *     not over, or the last day lies before it
     */
    @Transactional
    public Training record(TrainingEntry entry, String userId) {
        Course course = courses().stream()
                .filter(known -> known.code().equals(entry.course()))
                .findFirst()
                .orElseThrow();
        LocalDate last = entry.validUntil();
        UUID id = ids.generate();
        jdbc.sql("""
                        insert into ics.training
                          (id, user_id, course, completed_on, valid_until, recorded_by, recorded_at)
                        values (:id, :user, :course, :completed, :until, :by, :at)
                        """)
                .param("id", id)
                .param("user", entry.userId())
                .param("course", course.code())
                .param("completed", entry.completedOn())
                .param("until", last == null ? entry.completedOn().plusMonths(course.months()) : last)
                .param("by", userId)
                .param("at", now())
                .update();
        changed(
                userId,
                new Facts()
                        .code("act", "recorded")
                        .code("training", id)
                        .code("employee", entry.userId())
                        .code("course", course.code()));
        return find(id).orElseThrow();
    }

    /**
     * Takes a training back that was recorded by mistake.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if it is revoked already
     */
    @Transactional
    public Training revoke(UUID id, String reason, String userId) {
        jdbc.sql("""
                        insert into ics.training_revocation (training_id, reason, revoked_by, revoked_at)
                        values (:id, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("by", userId)
                .param("at", now())
                .update();
        changed(userId, new Facts().code("act", "revoked").code("training", id).personal("reason", reason));
        return find(id).orElseThrow();
    }

    private void changed(String userId, Facts facts) {
        evidence.record(Evidence.SYSTEM, Kind.TRAINING_CHANGED, userId, facts);
    }

    private static final String SELECT = """
            select t.*, r.reason as revoked from ics.training t
            left join ics.training_revocation r on r.training_id = t.id
            """;

    private static Training training(ResultSet row, int number) throws SQLException {
        return new Training(
                row.getObject("id", UUID.class),
                row.getString("user_id"),
                row.getString("course"),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("revoked"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
