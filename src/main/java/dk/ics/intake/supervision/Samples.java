package dk.ics.intake.supervision;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.time.DanishCalendar;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the sample of a supervision and keeps it with everything one needs to draw it again. */
@Service
public class Samples {

    private static final int SEED_BYTES = 32;

    private final JdbcClient jdbc;
    private final SampleSizes sizes;
    private final Clock clock;
    private final Evidence evidence;
    private final SecureRandom random = new SecureRandom();

    Samples(JdbcClient jdbc, SampleSizes sizes, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.sizes = sizes;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** A supervision that was begun: its number and how many controls were drawn. */
    public record Drawn(long supervision, int items) {}

    /**
     * Begins a supervision with its sample of all controls of the period so far; one without a single control is over at
     * once.
     *
     * @param startedBy the supervisor, or null for the timer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Drawn draw(SupervisionPeriod period, @Nullable String startedBy) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String seed = period.seed() == null ? seed() : period.seed();
        int version = sizes.version();
        List<Candidate> population = population(period, now);
        Sample sample = Sample.draw(population, seed, controls -> sizes.size(version, controls));
        long number = insert(period, seed, version, population.size(), startedBy, now);
        sample.strata().forEach(stratum -> insert(number, stratum));
        for (int place = 0; place < sample.items().size(); place++) {
            insert(number, place + 1, sample.items().get(place));
        }
        evidence.record(
                Evidence.SYSTEM,
                Kind.SUPERVISION_ACT,
                new Facts()
                        .code("act", "drawn")
                        .code("supervision", number)
                        .code("periodFrom", period.from())
                        .code("periodTo", period.to())
                        .code("seed", seed)
                        .code("sampleVersion", version)
                        .code("population", population.size())
                        .code("items", sample.items().size()));
        return new Drawn(number, sample.items().size());
    }

    /** Every control of the period that is there now, also one made because of a finding. */
    List<Candidate> population(SupervisionPeriod period, OffsetDateTime now) {
        return jdbc.sql("""
                        select c.case_reference, c.control_no, c.municipality, c.controlled_by,
                          exists (select from ics.control_difference d
                            where d.case_reference = c.case_reference and d.control_no = c.control_no) as override,
                          c.presentation is not distinct from 'photo' as photo,
                          c.result = 'doubt' as doubt,
                          exists (select from ics.control_requirement r
                            where r.case_reference = c.case_reference and r.control_no = c.control_no
                              and r.answer = 'notRelevant') as not_relevant
                        from ics.control c
                        where c.controlled_at >= :from and c.controlled_at < :to and c.controlled_at <= :now
                        """)
                .param(
                        "from",
                        period.from().atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime())
                .param(
                        "to",
                        period.to()
                                .plusDays(1)
                                .atStartOfDay(DanishCalendar.COPENHAGEN)
                                .toOffsetDateTime())
                .param("now", now)
                .query((row, i) -> {
                    List<String> risks = new ArrayList<>();
                    if (row.getBoolean("override")) {
                        risks.add(Risk.OVERRIDE.code());
                    }
                    if (row.getBoolean("photo")) {
                        risks.add(Risk.PHOTO.code());
                    }
                    if (row.getBoolean("doubt")) {
                        risks.add(Risk.DOUBT.code());
                    }
                    if (row.getBoolean("not_relevant")) {
                        risks.add(Risk.NOT_RELEVANT.code());
                    }
                    return new Candidate(
                            row.getString("case_reference"),
                            row.getInt("control_no"),
                            row.getString("municipality"),
                            row.getString("controlled_by"),
                            risks);
                })
                .list();
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private long insert(
            SupervisionPeriod period,
            String seed,
            int version,
            int population,
            @Nullable String startedBy,
            OffsetDateTime now) {
        return jdbc.sql("""
                        insert into ics.supervision
                          (period_from, period_to, seed, seed_given, sample_version, population, started_by, drawn_at)
                        values (:from, :to, :seed, :given, :version, :population, :by, :at) returning number
                        """)
                .param("from", period.from())
                .param("to", period.to())
                .param("seed", seed)
                .param("given", period.seed() != null)
                .param("version", version)
                .param("population", population)
                .param("by", startedBy, Types.VARCHAR)
                .param("at", now)
                .query(Long.class)
                .single();
    }

    private void insert(long number, Sample.Stratum stratum) {
        jdbc.sql("""
                        insert into ics.supervision_stratum
                          (supervision, municipality, controlled_by, controls, risks, sample_size)
                        values (:supervision, :municipality, :by, :controls, :risks, :size)
                        """)
                .param("supervision", number)
                .param("municipality", stratum.municipality())
                .param("by", stratum.controlledBy())
                .param("controls", stratum.controls())
                .param("risks", stratum.risks())
                .param("size", stratum.size())
                .update();
    }

    private void insert(long number, int itemNo, Candidate candidate) {
        jdbc.sql("""
                        insert into ics.supervision_item
                          (supervision, item_no, case_reference, control_no, municipality, controlled_by, reason, risks)
                        values (:supervision, :item, :reference, :control, :municipality, :by, :reason,
                          string_to_array(:risks, ','))
                        """)
                .param("supervision", number)
                .param("item", itemNo)
                .param("reference", candidate.caseReference())
                .param("control", candidate.controlNo())
                .param("municipality", candidate.municipality())
                .param("by", candidate.controlledBy())
                .param("reason", candidate.isRisk() ? "risk" : "random")
                .param("risks", String.join(",", candidate.risks()))
                .update();
    }
}
