package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Breakers;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Books;
import dk.ics.intake.simulator.MailCatcher;
import dk.ics.intake.simulator.Postman;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test of a process on the real engine: people work over REST, authorities answer over HTTP, jobs and timers run by
 * hand. Each test opens cases of its own.
 */
@IntakeTest
abstract class ProcessTest {

    /** As configured, and a little more than the longest pause between two tries of a job. */
    private static final Duration PATIENCE = Duration.ofMinutes(16);

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    Authorities authorities;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Postman postman;

    @Autowired
    Books books;

    @Autowired
    MailCatcher mails;

    private final List<CaseUnderTest> opened = new ArrayList<>();

    /** Events that a process of no case has passed. */
    final Set<String> passed = new HashSet<>();

    /** A citizen applies for everything there is: all six services of Frederiksberg, with all papers. */
    final CaseUnderTest apply() {
        return apply(application -> {});
    }

    /** A citizen applies; the test changes what she writes. */
    final CaseUnderTest apply(Consumer<ObjectNode> change) {
        return open(SampleApplication.send(address(), change));
    }

    /** The given process of a case that has come so far: identity document, address and job are known. */
    final CaseUnderTest begin(String process, Map<String, Object> facts) {
        return open(RealTasks.begin(engine, caseFile, process, facts));
    }

    /** Somebody sends the start form of a turn of life. */
    final EngineRest.Answer begin(String account, String process, String reference, Map<String, ?> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        variables.put("caseReference", Map.of("value", reference));
        return as(account).post("/process-definition/key/" + process + "/submit-form", Map.of("variables", variables));
    }

    /** The citizen has her number already. */
    final void giveNumber(CaseUnderTest theCase) {
        TestCases.decideRegistration(caseFile, theCase.reference());
        caseFile.write(theCase.reference(), Map.of("cprNumber", "7705911000"), Act.bySystem("test"));
    }

    final CaseUnderTest open(CaseReference reference) {
        CaseUnderTest theCase = new CaseUnderTest(engine, caseFile, clock, address(), reference);
        opened.add(theCase);
        return theCase;
    }

    /** The authority's next answer to this operation. */
    final void next(String operation, Behaviour behaviour) {
        String[] path = operation.split("/");
        behaviours.next(path[0], path[1], behaviour);
    }

    /** The authority answers neither the call that the click leads to nor the next one, when patience has run out. */
    final void staysAway(String operation, CaseUnderTest theCase, Runnable click) {
        next(operation, Behaviour.of(Behaviour.Kind.DROP));
        assertThatThrownBy(click::run)
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(operation.substring(0, operation.indexOf('/')));
        testClock.advance(PATIENCE);
        next(operation, Behaviour.of(Behaviour.Kind.DROP));
        theCase.run();
    }

    /** The last minute of a day of March 2026; the clock stands at the 2nd. */
    static Date endOf(int day) {
        return Date.from(LocalDateTime.of(2026, 3, day, 23, 59)
                .atZone(DanishCalendar.COPENHAGEN)
                .toInstant());
    }

    final EngineRest as(String account) {
        return new EngineRest(address(), account);
    }

    final String address() {
        return "http://localhost:" + port;
    }

    @AfterEach
    final void theCaseHasReachedWhatTheTestSays(TestInfo test) {
        behaviours.clear();
        Breakers.reset(authorities);
        Reaches reaches = test.getTestMethod().orElseThrow().getAnnotation(Reaches.class);
        if (reaches != null) {
            for (String event : reaches.value()) {
                assertThat(passed.contains(event) || opened.stream().anyMatch(theCase -> theCase.hasPassed(event)))
                        .as(event)
                        .isTrue();
            }
        }
        opened.forEach(CaseUnderTest::hasNoIncident);
    }
}
