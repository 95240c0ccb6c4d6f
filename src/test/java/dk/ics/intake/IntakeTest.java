package dk.ics.intake;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application, as the demo runs it, on a random port ({@code @LocalServerPort}) and on the one
 * PostgreSQL of this JVM ({@link TestDatabase}).
 *
 * <ul>
 *   <li>Profiles {@code demo} and {@code test}; {@code application-test.yaml} says how {@code test} differs: the job
 *       executor is off, so that a test runs each job itself, and every port is random.
 *   <li>Before each class no case, task or history is left, and the clock stands at {@link TestClock#START}. Within a
 *       class tests share the database: each opens its own case.
 *   <li>All classes share <em>one</em> Spring context and so one start of the application. {@code @MockitoBean},
 *       {@code @TestPropertySource}, {@code @DirtiesContext} and further {@code @Import}s each cost another start of
 *       some ten seconds: leave them out.
 * </ul>
 *
 * {@link TestClock} and {@link TestDatabase} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@Import(IntakeTestConfiguration.class)
@TestExecutionListeners(listeners = CleanStart.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface IntakeTest {}
