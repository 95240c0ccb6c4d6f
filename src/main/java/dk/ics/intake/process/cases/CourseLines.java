package dk.ics.intake.process.cases;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Actor;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.evidence.Trail.Said;
import dk.ics.intake.process.cases.Course.Detail;
import dk.ics.intake.process.cases.Course.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the lines of one case's course together. */
final class CourseLines {

    /** Entries that are told as what they are; all others vouch for lines of history. */
    private static final Set<Kind> TOLD = Set.of(
            Kind.CASE_OPENED, Kind.CASE_CLOSED, Kind.CASE_REOPENED, Kind.ERASED, Kind.TAKEN_OVER, Kind.LEDGER_BEGUN);

    private final CaseReference reference;
    private final CourseRows rows;
    private final Vouchers vouchers;
    private final CaseNames names;
    private final DecisionRules rules;
    private final Map<String, String> purposes;
    private final Map<String, String> processes;

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> stepNames = new HashMap<>();
    private final Map<String, CourseRows.Task> tasks = new HashMap<>();

    /**
     * @param purposes Danish names of the purposes of a look-up
     * @param processes Danish names of the processes, by instance
     */
    CourseLines(
            CaseReference reference,
            CourseRows rows,
            Vouchers vouchers,
            CaseNames names,
            DecisionRules rules,
            Map<String, String> purposes,
            Map<String, String> processes) {
        this.reference = reference;
        this.rows = rows;
        this.vouchers = vouchers;
        this.names = names;
        this.rules = rules;
        this.purposes = purposes;
        this.processes = processes;
    }

    /** All, the oldest first; what happened at the same moment in the order of the ledger. */
    List<Line> all() {
        steps();
        tasks();
        claims();
        decisions();
        journal();
        papers();
        authorities();
        accesses();
        entries();
        lines.sort(Comparator.comparing(Line::at)
                .thenComparing(Line::entry, Comparator.nullsLast(Comparator.naturalOrder())));
        return lines;
    }

    private void steps() {
        for (CourseRows.Step step : rows.steps(reference)) {
            if (step.name() != null) {
                stepNames.put(step.element(), step.name());
            }
            String manner = manner(step.type());
            if (manner != null) {
                List<Detail> details = new ArrayList<>();
                if (step.cancelled()) {
                    details.add(new Detail("Status", "Afbrudt"));
                } else if (step.endedAt() == null) {
                    details.add(new Detail("Status", "I gang"));
                }
                add(
                        step.startedAt(),
                        "step",
                        manner.formatted(Objects.requireNonNullElse(step.name(), step.element())),
                        null,
                        step.instance(),
                        details,
                        vouchers.begun("act_hi_actinst", step.id()));
            }
        }
    }

    /** How a step is told; null for what is told otherwise, and for gateways, which do nothing. */
    private static @Nullable String manner(String type) {
        if (type.endsWith("StartEvent") || type.equals("startEvent")) {
            return "Begyndt: %s";
        }
        if (type.endsWith("EndEvent")) {
            return "Slut: %s";
        }
        if (type.startsWith("boundary") || type.startsWith("intermediate")) {
            return "Hændelse: %s";
        }
        return switch (type) {
            case "callActivity" -> "Delforløb: %s";
            case "receiveTask" -> "Venter: %s";
            case "serviceTask", "sendTask", "scriptTask", "businessRuleTask" -> "%s";
            default -> null;
        };
    }

    private void tasks() {
        for (CourseRows.Task task : rows.tasks(reference)) {
            tasks.put(task.id(), task);
            stepNames.put(task.key(), task.name());
            add(
                    task.createdAt(),
                    "task",
                    "Opgave oprettet: " + task.name(),
                    null,
                    task.instance(),
                    List.of(),
                    vouchers.begun("act_hi_taskinst", task.id()));
            if (task.endedAt() != null) {
                add(
                        task.endedAt(),
                        "task",
                        (task.completed() ? "Opgave løst: " : "Opgave bortfaldet: ") + task.name(),
                        task.completed() ? task.assignee() : null,
                        task.instance(),
                        List.of(),
                        task.completed()
                                ? vouchers.of(Kind.TASK_COMPLETED, "taskId", task.id())
                                : vouchers.now("act_hi_taskinst", task.id()));
            }
        }
    }

    /** Told by the ledger, which knows who did it; of what was before it, history knows who got the task. */
    private void claims() {
        rows.claims(reference).stream()
                .filter(claim -> vouchers.isBefore(claim.at()))
                .forEach(claim -> claim(
                        claim.at(),
                        null,
                        claim.taskId(),
                        claim.got() ? null : claim.user(),
                        claim.got() ? claim.user() : null,
                        null));
        vouchers.entries().stream()
                .filter(entry -> entry.kind() == Kind.CLAIM_CHANGED)
                .forEach(entry -> claim(
                        entry.at(),
                        entry.user(),
                        entry.fact("taskId"),
                        entry.fact("from"),
                        entry.fact("to"),
                        entry.sequence()));
    }

    private void claim(
            Instant at,
            @Nullable String user,
            @Nullable String taskId,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer entry) {
        CourseRows.Task task = tasks.get(taskId);
        String name = task == null ? "" : ": " + task.name();
        List<Detail> details = new ArrayList<>();
        String text;
        if (to == null) {
            text = "Opgave lagt tilbage" + name;
        } else if (from == null && to.equals(user)) {
            text = "Opgave taget" + name;
        } else {
            text = "Opgave givet til en anden" + name;
        }
        if (from != null) {
            details.add(new Detail("Fra", from));
        }
        if (to != null) {
            details.add(new Detail("Til", to));
        }
        add(at, "claim", text, user, task == null ? null : task.instance(), details, entry);
    }

    private void decisions() {
        Map<String, List<CourseRows.DecisionValue>> values = new HashMap<>();
        rows.decisionValues(reference)
                .forEach(value -> values.computeIfAbsent(value.decision(), of -> new ArrayList<>())
                        .add(value));
        Map<String, Map<String, DecisionRules.Row>> tables = new HashMap<>();
        for (CourseRows.Decision decision : rows.decisions(reference)) {
            Map<String, DecisionRules.Row> table = tables.computeIfAbsent(
                    decision.definition() + " " + decision.key(),
                    of -> rules.of(decision.definition(), decision.key()));
            add(
                    decision.at(),
                    "decision",
                    "Regel afgjort: " + Objects.requireNonNullElse(decision.name(), decision.key()),
                    null,
                    decision.instance(),
                    details(values.getOrDefault(decision.id(), List.of()), table),
                    vouchers.begun("act_hi_decinst", decision.id()));
        }
    }

    /** What went in; then each row that fired, followed by what it gave. */
    private static List<Detail> details(List<CourseRows.DecisionValue> values, Map<String, DecisionRules.Row> table) {
        List<Detail> details = new ArrayList<>();
        String told = null;
        for (CourseRows.DecisionValue value : values) {
            String rule = value.rule();
            if (rule != null && !rule.equals(told)) {
                told = rule;
                Optional.ofNullable(table.get(rule))
                        .ifPresent(row -> details.add(new Detail(
                                "Række %d af %d".formatted(row.number(), row.of()),
                                Objects.requireNonNullElse(row.note(), ""))));
            }
            details.add(new Detail(
                    (rule == null ? "Ind: " : "Ud: ") + value.name(), Objects.requireNonNullElse(value.value(), "–")));
        }
        return details;
    }

    private String danish(@Nullable String codes) {
        return codes == null
                ? "–"
                : Arrays.stream(codes.split(",", -1)).map(names::whatever).collect(Collectors.joining(", "));
    }

    private void journal() {
        for (CourseRows.Journal line : rows.journal(reference)) {
            List<Detail> details = new ArrayList<>();
            String step = stepNames.get(line.act());
            if (step != null) {
                details.add(new Detail("Trin", step));
            }
            add(
                    line.at(),
                    "journal",
                    line.description(),
                    line.user(),
                    null,
                    details,
                    vouchers.begun(line.table(), line.id()));
        }
    }

    private void papers() {
        for (CourseRows.Paper paper : rows.papers(reference)) {
            add(
                    paper.at(),
                    paper.issued() ? "letter" : "paper",
                    CaseNames.document(paper.type()).label(),
                    paper.user(),
                    null,
                    List.of(),
                    vouchers.begun("ics.document", paper.id().toString()));
        }
    }

    /** Told by the ledger; of what was before it, the books say when something left and came. */
    private void authorities() {
        rows.sendings(reference).stream()
                .filter(sending -> vouchers.isBefore(sending.at()))
                .forEach(sending -> authority(
                        sending.at(), null, sending.authority(), sending.act(), sending.step(), List.of(), null));
        for (Said entry : vouchers.entries()) {
            if (entry.kind() == Kind.AUTHORITY_ACT) {
                List<Detail> details = new ArrayList<>();
                Optional.ofNullable(entry.fact("kind"))
                        .map(kind ->
                                new Detail("Svar", names.of("receipt", kind).label()))
                        .ifPresent(details::add);
                Optional.ofNullable(entry.fact("attempt"))
                        .filter(attempt -> !attempt.equals("1"))
                        .map(attempt -> new Detail("Forsøg", attempt))
                        .ifPresent(details::add);
                authority(
                        entry.at(),
                        entry.user(),
                        Objects.requireNonNullElse(entry.fact("authority"), ""),
                        Objects.requireNonNullElse(entry.fact("act"), ""),
                        entry.fact("step"),
                        details,
                        entry.sequence());
            }
        }
    }

    private void authority(
            Instant at,
            @Nullable String user,
            String authority,
            String act,
            @Nullable String step,
            List<Detail> more,
            @Nullable Integer entry) {
        List<Detail> details = new ArrayList<>(more);
        String name = step == null ? null : stepNames.get(step);
        if (name != null) {
            details.add(new Detail("Trin", name));
        }
        String who = Authority.of(authority).map(Authority::danishName).orElse(authority);
        add(at, "authority", names.of("authorityAct", act).label().formatted(who), user, null, details, entry);
    }

    /** No entry vouches for a look-up: the database lets nobody of us change the log, but its owner could. */
    private void accesses() {
        for (CourseRows.Access access : rows.accesses(reference)) {
            List<Detail> details = new ArrayList<>();
            String task = access.task();
            details.add(
                    task == null
                            ? new Detail("Formål", purposes.getOrDefault(access.purpose(), access.purpose()))
                            : new Detail("Opgave", stepNames.getOrDefault(task, task)));
            if (access.document() != null) {
                details.add(new Detail(
                        "Dokument", CaseNames.document(access.document()).label()));
            }
            if (access.page() != null) {
                details.add(new Detail("Side", access.page().toString()));
            }
            add(access.at(), "access", names.of("access", access.act()).label(), access.user(), null, details, null);
        }
    }

    private void entries() {
        vouchers.entries().stream()
                .filter(entry -> TOLD.contains(entry.kind()))
                .forEach(entry -> add(
                        entry.at(),
                        "ledger",
                        entry.kind().danishText(),
                        entry.user(),
                        null,
                        List.of(),
                        entry.sequence()));
    }

    private void add(
            Instant at,
            String kind,
            String text,
            @Nullable String user,
            @Nullable String instance,
            List<Detail> details,
            @Nullable Integer entry) {
        lines.add(new Line(
                at,
                names.of("course", kind),
                text,
                Actor.SYSTEM.equals(user) ? null : user,
                instance == null ? null : processes.get(instance),
                details,
                entry));
    }
}
