package dk.ics.intake.report;

import dk.ics.intake.evidence.FindingType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A statement for each kind of what can be missing. Each answers {@code reference, control, municipality, employee, day} and,
 * for the sentence, {@code a} and {@code b}; none knows how many there are to come.
 */
final class GapQueries {

    /** The controls of the period, with the Danish day on which each was made. */
    private static final String MADE = """
            with made as (
              select c.*, (c.controlled_at at time zone 'Europe/Copenhagen')::date as day from ics.control c
              where c.controlled_at >= :begin and c.controlled_at < :end and c.municipality = any(:municipalities))
            """;

    private static final String CONTROL =
            "c.case_reference as reference, c.control_no as control, c.municipality, c.controlled_by as employee, c.day";

    /** Columns of what is missing from no case. */
    private static final String NO_CASE =
            "cast(null as text) as reference, cast(null as integer) as control, cast(null as text) as municipality";

    private static final String REQUIRED = """
            select distinct on (code) code, required_for from ics.course order by code, number desc""";

    /** What else verification finds is to be known only. */
    private static final String ALARMS = Arrays.stream(FindingType.values())
            .filter(FindingType::isAlarm)
            .map(FindingType::name)
            .collect(Collectors.joining(","));

    private static final Map<Gap, String> ALL = new EnumMap<>(Gap.class);

    static {
        // What came into force later on the day of a control was not yet in force at it.
        ALL.put(Gap.OTHER_PROCEDURE, MADE + """
                select %s, c.procedure_version as a, held.version as b
                from made c
                left join lateral (
                  select p.version from ics.procedure p
                  where p.valid_from <= c.day and (p.put_in_force_at is null or p.put_in_force_at <= c.controlled_at)
                  order by p.valid_from desc, p.number desc limit 1) held on true
                where held.version is distinct from c.procedure_version
                """.formatted(CONTROL));
        ALL.put(Gap.REQUIREMENT_LACKING, MADE + """
                select %s, asked.requirement as a, r.answer as b
                from made c cross join unnest(c.requirements) as asked (requirement)
                left join ics.control_requirement r on r.case_reference = c.case_reference
                  and r.control_no = c.control_no and r.requirement = asked.requirement
                where r.answer is null or (c.result = 'approved' and r.answer = 'notMet')
                """.formatted(CONTROL));
        ALL.put(Gap.CONTROL_UNTRAINED, MADE + """
                , required as (%s)
                select %s, (select max(r.revoked_at)::text from ics.control_training t
                  join ics.training_revocation r using (training_id)
                  where t.case_reference = c.case_reference and t.control_no = c.control_no) as a,
                  cast(null as text) as b
                from made c
                where not exists (
                  select from ics.control_training t
                  where t.case_reference = c.case_reference and t.control_no = c.control_no
                    and c.day between t.completed_on and t.valid_until
                    and not exists (select from ics.training_revocation r where r.training_id = t.training_id))
                  and exists (select from required where required_for = 'identityControl')
                """.formatted(REQUIRED, CONTROL));
        ALL.put(Gap.SPECIALIST_UNTRAINED, """
                with look as (
                  select case_reference, examined_by as employee, examined_at as at, 'examined' as act from ics.identity
                  where examined_at >= :begin and examined_at < :end
                  union all
                  select case_reference, identity_decided_by, identity_decided_at, 'decided' from ics.identity
                  where identity_decided_at >= :begin and identity_decided_at < :end),
                required as (%s)
                select f.reference, cast(null as integer) as control, f.municipality, look.employee,
                  (look.at at time zone 'Europe/Copenhagen')::date as day, look.act as a, cast(null as text) as b
                from look join ics.case_file f on f.reference = look.case_reference
                where f.municipality = any(:municipalities)
                  and exists (select from required where required_for = 'identitySpecialist')
                  and not exists (
                    select from ics.training t join required on required.code = t.course
                    where required.required_for = 'identitySpecialist' and t.user_id = look.employee
                      and (look.at at time zone 'Europe/Copenhagen')::date between t.completed_on and t.valid_until
                      and t.recorded_at <= look.at
                      and not exists (select from ics.training_revocation r where r.training_id = t.id))
                """.formatted(REQUIRED));
        ALL.put(Gap.TRAINING_EXPIRED, TrainingFigures.STANDINGS + """
                select %s, s.employee, s.valid_until as day, s.title as a, s.standing as b
                from standing s where s.standing in ('EXPIRED', 'MISSING')
                """.formatted(NO_CASE));
        // The month that runs is supervised when it is over; a control made because of a finding is part of one
        // already.
        ALL.put(Gap.NOT_SUPERVISED, MADE + """
                select cast(null as text) as reference, cast(null as integer) as control, c.municipality,
                  c.controlled_by as employee, date_trunc('month', c.day)::date as day, count(*)::text as a,
                  cast(null as text) as b
                from made c
                where c.day < date_trunc('month', cast(:today as date)) and not %s
                  and not exists (
                    select from ics.supervision_recontrol r
                    where r.case_reference = c.case_reference and r.control_no = c.control_no)
                group by c.municipality, c.controlled_by, date_trunc('month', c.day)
                """.formatted(SupervisionFigures.COVERED));
        ALL.put(Gap.REVIEW_MISSING, drawn("""
                c.day, i.supervision::text as a, (s.drawn_at at time zone 'Europe/Copenhagen')::date::text as b""", """
                left join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
                where r.supervision is null"""));
        ALL.put(Gap.FINDING_NOT_FOLLOWED_UP, drawn("""
                c.day, i.supervision::text as a, cast(null as text) as b""", """
                join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
                where r.finding = 'error' and not exists (
                  select from ics.supervision_follow_up f
                  where f.supervision = i.supervision and f.item_no = i.item_no)"""));
        ALL.put(Gap.FOLLOW_UP_OVERDUE, drawn("""
                f.due as day, i.supervision::text as a, f.kind as b""", """
                join ics.supervision_follow_up f on f.supervision = i.supervision and f.item_no = i.item_no
                left join ics.supervision_follow_up_end e
                  on e.supervision = f.supervision and e.item_no = f.item_no and e.kind = f.kind
                where e.supervision is null and f.due < :today"""));
        ALL.put(Gap.RECORD_INCOMPLETE, MADE + """
                select %s, case
                    when c.presentation = 'photo' and c.photo_reason is null then 'photo'
                    when c.decision_version is not null and c.presentation is null then 'presentation'
                    else 'difference' end as a, cast(null as text) as b
                from made c
                where (c.presentation = 'photo' and c.photo_reason is null)
                  or (c.decision_version is not null and c.presentation is null)
                  or (c.result = 'approved' and c.difference_explanation is null and exists (
                    select from ics.control_difference d
                    where d.case_reference = c.case_reference and d.control_no = c.control_no))
                union all
                select f.reference, null, f.municipality, i.controlled_by,
                  (i.controlled_at at time zone 'Europe/Copenhagen')::date, 'former', null
                from ics.identity i join ics.case_file f on f.reference = i.case_reference
                where i.control_result is not null and i.control_no is null
                  and i.controlled_at >= :begin and i.controlled_at < :end and f.municipality = any(:municipalities)
                """.formatted(CONTROL));
        // Everybody who is given a number other than by birth in Denmark (§ 1 stk. 5), former rounds counted.
        ALL.put(Gap.NO_CONTROL, """
                select f.reference, cast(null as integer) as control, f.municipality,
                  r.registration_decided_by as employee,
                  (r.registration_decided_at at time zone 'Europe/Copenhagen')::date as day,
                  case when i.control_result is null then 'none' else 'notApproved' end as a, cast(null as text) as b
                from ics.registration r
                join ics.case_file f on f.reference = r.case_reference
                left join ics.identity i on i.case_reference = r.case_reference
                where r.registration_decision = 'register' and r.registration_decided_at >= :begin
                  and r.registration_decided_at < :end and f.municipality = any(:municipalities)
                  and coalesce(i.identity_decision, i.examination_result, i.control_result, '') <> 'approved'
                  and not exists (
                    select from ics.control c where c.case_reference = r.case_reference and c.result = 'approved')
                  and not exists (
                    select from ics.former_answers a where a.case_reference = r.case_reference
                      and a.field_set = 'identity' and coalesce(a.answers->>'identity_decision',
                        a.answers->>'examination_result', a.answers->>'control_result') = 'approved')
                """);
        ALL.put(Gap.LEDGER_NOT_VERIFIED, """
                select %s, cast(null as text) as employee, (last.at at time zone 'Europe/Copenhagen')::date as day,
                  cast(null as text) as a, cast(null as text) as b
                from (select max(started_at) as at from ics.evidence_verification) last
                where last.at is null or last.at < :begin
                """.formatted(NO_CASE));
        ALL.put(Gap.LEDGER_FINDING, """
                select %s, last.started_by as employee, (last.started_at at time zone 'Europe/Copenhagen')::date as day,
                  found.key as a, found.value as b
                from (select * from ics.evidence_verification order by started_at desc limit 1) last
                cross join lateral jsonb_each_text(last.findings::jsonb) found
                where not last.holds and found.key = any(string_to_array('%s', ','))
                """.formatted(NO_CASE, ALARMS));
        ALL.put(Gap.ENTRY_UNCOVERED, """
                select %s, cast(null as text) as employee, (min(e.at) at time zone 'Europe/Copenhagen')::date as day,
                  count(*)::text as a, cast(null as text) as b
                from (
                  select cast(n.payload::jsonb->>'at' as timestamptz) as at from ics.evidence_entry n
                  where n.id > coalesce(
                    (select %s from ics.evidence_checkpoint k order by k.number desc limit 1), 0)) e
                where e.at < :covered having count(*) > 0
                """.formatted(NO_CASE, LedgerReader.COVERED_TO.formatted("k")));
    }

    private GapQueries() {}

    static String of(Gap gap) {
        return Objects.requireNonNull(ALL.get(gap));
    }

    /** Of the controls of the period those that are in a sample. */
    private static String drawn(String columns, String condition) {
        return MADE + """
                select c.case_reference as reference, c.control_no as control, c.municipality,
                  c.controlled_by as employee, %s
                from made c
                join ics.supervision_item i on i.case_reference = c.case_reference and i.control_no = c.control_no
                join ics.supervision s on s.number = i.supervision
                %s
                """.formatted(columns, condition);
    }
}
