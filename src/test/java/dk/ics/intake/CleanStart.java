package dk.ics.intake;

import dk.ics.intake.evidence.Beginning;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test class an application without cases and the clock where it always starts. */
class CleanStart implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext().getBean(TestDatabase.class).removeCases();
        test.getApplicationContext().getBean(TestClock.class).set(TestClock.START);
        test.getApplicationContext().getBean(Beginning.class).begin();
    }
}
