package dk.ics.intake.oversight;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which controls are looked for; null is not asked for.
 *
 * @param from first day in Denmark
 * @param to last day in Denmark
 * @param employee user id of who made the control
 * @param procedure version of the procedure it followed
 * @param lacking whether a minimum requirement has no answer, or the identity was approved although one is not met
 */
public record ControlFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable MunicipalityCode municipality,
        @Nullable String employee,
        @Nullable ControlOutcome outcome,
        @Nullable Boolean doubt,
        @Nullable Boolean photo,
        @Nullable String procedure,
        @Nullable SupervisionState supervision,
        @Nullable CaseReference reference,
        @Nullable Boolean lacking) {

    /** Of whichever controls, whole or not. */
    public ControlFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable MunicipalityCode municipality,
            @Nullable String employee,
            @Nullable ControlOutcome outcome,
            @Nullable Boolean doubt,
            @Nullable Boolean photo,
            @Nullable String procedure,
            @Nullable SupervisionState supervision,
            @Nullable CaseReference reference) {
        this(from, to, municipality, employee, outcome, doubt, photo, procedure, supervision, reference, null);
    }

    private static final String LACKS = "exists (select from ics.control_lacking l"
            + " where l.case_reference = s.case_reference and l.control_no = s.control_no)";

    /** Few, if any: as an array they are looked up first, instead of all controls being gone through for them. */
    private static final String LACKING =
            "s.case_reference = any(array(select l.case_reference from ics.control_lacking l)) and " + LACKS;

    /** What it asks for, as conditions on {@code ics.control_standing s} by the keys of the log. */
    Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        put(conditions, "from", from, "s.controlled_at >= :from");
        put(conditions, "to", to, "s.controlled_at < :to");
        put(conditions, "municipality", municipality, "s.municipality = :municipality");
        put(conditions, "employee", employee, "s.controlled_by = :employee");
        put(conditions, "outcome", outcome, "s.outcome = :outcome");
        // As they stand in the partial indexes.
        put(conditions, "doubt", doubt, Boolean.TRUE.equals(doubt) ? "s.doubt" : "not s.doubt");
        put(conditions, "photo", photo, Boolean.TRUE.equals(photo) ? "s.photo" : "not s.photo");
        put(conditions, "procedure", procedure, "s.procedure_version = :procedure");
        put(conditions, "supervision", supervision, "s.supervision = :supervision");
        put(conditions, "reference", reference, "s.case_reference = :reference");
        put(conditions, "lacking", lacking, Boolean.TRUE.equals(lacking) ? LACKING : "not " + LACKS);
        return conditions;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "from", from == null ? null : startOf(from));
        put(values, "to", to == null ? null : startOf(to.plusDays(1)));
        put(values, "municipality", municipality == null ? null : municipality.value());
        put(values, "employee", employee);
        put(values, "outcome", outcome == null ? null : outcome.code());
        put(values, "procedure", procedure);
        put(values, "supervision", supervision == null ? null : supervision.code());
        put(values, "reference", reference == null ? null : reference.value());
        return values;
    }

    /** What is asked for, without what was entered. */
    List<String> kinds() {
        return new ArrayList<>(conditions().keySet());
    }

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static void put(Map<String, String> conditions, String key, @Nullable Object asked, String condition) {
        if (asked != null) {
            conditions.put(key, condition);
        }
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
