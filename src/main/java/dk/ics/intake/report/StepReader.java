package dk.ics.intake.report;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.identity.SecondLook;
import dk.ics.intake.report.ControlDocumentation.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what in the control of an identity, and whether two looked at a doubt. From the journal, which is under watch. */
@Repository
class StepReader {

    /** The lines one act leaves in the journal are written in one transaction. */
    private static final Duration ONE_ACT = Duration.ofSeconds(5);

    private static final String FIRST = "controlIdentity";
    private static final List<String> ACTS = List.of(
            FIRST,
            "examineDoubt",
            "referToNidc",
            "sendToNidc",
            "followUpNidc",
            "recordNidcAnswer",
            "hearParty",
            "sendHearing",
            "recordHearingAnswer",
            "decideRefusal",
            "sendIdentityRefusal",
            "recontrolIdentity");

    private final JdbcClient jdbc;

    StepReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In their order. */
    List<Step> of(CaseReference reference) {
        List<Step> lines = jdbc.sql("""
                        select j.at, j.user_id, j.act_code, j.outcome, %s as user_id_name from ics.journal j
                        where j.case_reference = :reference and j.act_code = any(:acts) order by j.id
                        """.formatted(Employee.name("j.user_id")))
                .param("reference", reference.value())
                .param("acts", ACTS.toArray(String[]::new))
                .query((row, i) -> new Step(
                        Rows.time(row, "at"),
                        Objects.requireNonNull(Employee.of(row, "user_id")),
                        DanishNames.of("step", row.getString("act_code")),
                        DanishNames.ifAny("outcome", row.getString("outcome"))))
                .list();
        List<Step> steps = new ArrayList<>();
        for (Step line : lines) {
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && isOneAct(last, line)) {
                steps.set(steps.size() - 1, last.outcome() == null ? line : last);
            } else {
                steps.add(line);
            }
        }
        return steps;
    }

    /** Code of {@code fourEyes}: whether somebody else looked where there was a doubt. */
    static Named fourEyes(List<Step> steps, List<ControlDocumentation.Control> controls) {
        Set<String> first = controls.stream()
                .filter(control -> control.ofSupervision() == null)
                .map(control -> control.controlledBy().userId())
                .collect(Collectors.toSet());
        List<String> second = steps.stream()
                .filter(step -> SecondLook.isPartOf(step.act().code()))
                .map(step -> step.by().userId())
                .toList();
        boolean doubt =
                controls.stream().anyMatch(control -> control.result().code().equals("doubt"));
        if (second.stream().anyMatch(first::contains)) {
            return DanishNames.of("fourEyes", "broken");
        }
        if (!second.isEmpty()) {
            return DanishNames.of("fourEyes", "held");
        }
        return DanishNames.of("fourEyes", doubt ? "waiting" : "notNeeded");
    }

    private static boolean isOneAct(Step one, Step next) {
        return one.act().equals(next.act())
                && one.by().equals(next.by())
                && (one.outcome() == null
                        || next.outcome() == null
                        || one.outcome().equals(next.outcome()))
                && Duration.between(one.at(), next.at()).compareTo(ONE_ACT) < 0;
    }
}
