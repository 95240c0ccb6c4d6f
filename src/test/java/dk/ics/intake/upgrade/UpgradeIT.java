package dk.ics.intake.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.packaging.Launch;
import dk.ics.intake.upgrade.OldDatabase.Asked;
import dk.ics.intake.upgrade.OldDatabase.Citizen;
import dk.ics.intake.upgrade.WaitState.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The delivered application starts on the database of an earlier version, as that version left it, and finishes every
 * case: half of what waits for an authority or a citizen gets it in time, the other half runs into its deadline.
 */
class UpgradeIT {

    @TempDir
    private Path directory;

    /** That of the version before; with {@code -Dics.upgrade.all=true} those of all versions, which takes minutes. */
    static List<Path> fixtures() {
        List<Path> all = Fixture.all();
        return Boolean.getBoolean("ics.upgrade.all") ? all : all.subList(all.size() - 1, all.size());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_case_of_an_earlier_version_is_finished(Path fixture) throws Exception {
        Instant left;
        Set<WaitState> states;
        List<String> open;
        Set<String> inTime;
        List<Asked> unanswered;
        List<Citizen> choosing;
        List<Citizen> booked;
        try (OldDatabase old = new OldDatabase(directory)) {
            old.restore(fixture);
            left = old.lastMoment();
            states = old.waitStates();
            open = old.openCases();
            inTime = old.everySecondTask();
            unanswered = old.unanswered();
            choosing = old.waitingToSay("appointmentChosen");
            booked = old.waitingToSay("appointmentMoved");
            assertThat(open).isNotEmpty();
        }
        try (Launch application = Launch.start(
                directory,
                Map.of("ICS_DATA_DIR", directory.toString(), "ICS_SIMULATOR_PORT", "0"),
                Launch.java(Launch.jar().toAbsolutePath(), "--spring.profiles.active=demo"))) {
            application.awaitHealthy();
            Caretaker caretaker = new Caretaker(application.port(), left);
            caretaker.receiptsCome(everySecond(unanswered));
            caretaker.choose(everySecond(choosing));
            caretaker.choose(first(booked, 1));
            caretaker.cancel(first(booked, 2).stream().skip(1).toList());
            caretaker.tryAgainWhatWasGivenUp();
            caretaker.workOnce(inTime);
            caretaker.deadlinesPass();
            caretaker.workToTheEnd();
            assertThat(application.output()).doesNotContain(" ERROR ");
        }
        try (OldDatabase finished = new OldDatabase(directory)) {
            assertThat(List.of(
                            "public.act_ru_execution",
                            "public.act_ru_task",
                            // Without the timers that start a process anew.
                            "public.act_ru_job where process_instance_id_ is not null",
                            "public.act_ru_incident",
                            "ics.case_file where status = 'open'",
                            "ics.draft"))
                    .allSatisfy(
                            rest -> assertThat(finished.count(rest)).as(rest).isZero());
            assertThat(finished.count("ics.case_file where status = 'closed' and reference in ('"
                            + String.join("','", open) + "')"))
                    .isEqualTo(open.size());
            assertThat(finished.count("public.act_hi_job_log where job_state_ = 1 and timestamp_ > '"
                            + left.plusSeconds(1).toString().replace("Z", "") + "'"))
                    .as("jobs that failed in this version")
                    .isZero();
            assertThat(states)
                    .filteredOn(state -> state.kind() == Kind.TIMER || state.kind() == Kind.MESSAGE)
                    .isNotEmpty()
                    .allSatisfy(state -> assertThat(finished.hasPassed(state.activity(), left))
                            .as(state.toString())
                            .isTrue());
            try (Launch verification = finished.verify(directory)) {
                assertThat(verification.exitCode()).as(verification.output()).isZero();
            }
        }
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.stream().limit(most).toList();
    }

    private static <T> List<T> everySecond(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(number -> number % 2 == 0)
                .mapToObj(all::get)
                .toList();
    }
}
