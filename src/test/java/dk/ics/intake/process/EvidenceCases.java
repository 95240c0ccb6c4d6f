package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Whole cases for the tests of the ledger. */
public final class EvidenceCases {

    private EvidenceCases() {}

    /** A case with everything there is, worked from application to closing by the accounts that may. */
    public static CaseReference whole(ProcessEngine engine, CaseFile caseFile, Clock clock, String address) {
        CaseReference reference = SampleApplication.send(address, application -> {});
        CaseUnderTest theCase = new CaseUnderTest(engine, caseFile, clock, address, reference).run();
        work(caseFile, theCase);
        theCase.isOver();
        return reference;
    }

    /**
     * A whole case that goes its own way.
     *
     * @param answers by task, where they are not the positive ones
     */
    public static CaseReference played(
            ProcessEngine engine,
            CaseFile caseFile,
            Clock clock,
            String address,
            String municipality,
            Map<String, Map<String, Object>> answers) {
        CaseReference reference =
                SampleApplication.send(address, application -> application.put("municipality", municipality));
        CaseUnderTest theCase = new CaseUnderTest(engine, caseFile, clock, address, reference).run();
        while (!isClosed(caseFile, theCase)) {
            theCase.until(
                    () -> isClosed(caseFile, theCase) || !theCase.openTasks().isEmpty());
            theCase.openTasks().stream()
                    .limit(1)
                    .forEach(task -> theCase.work(task, answers.getOrDefault(task, Map.of())));
        }
        theCase.isOver();
        return reference;
    }

    /** A case with two branches under way, each with an open task. */
    public static String withBranches(ProcessEngine engine, CaseFile caseFile, Clock clock, String address) {
        CaseReference reference = SampleApplication.send(address, application -> {});
        new CaseUnderTest(engine, caseFile, clock, address, reference).run().work("assessApplication");
        return reference.value();
    }

    /** A member of the group that works the task. */
    public static String accountFor(ProcessEngine engine, Task task) {
        return CaseUnderTest.account(engine, task);
    }

    static void work(CaseFile caseFile, CaseUnderTest theCase) {
        while (!isClosed(caseFile, theCase)) {
            theCase.until(
                    () -> isClosed(caseFile, theCase) || !theCase.openTasks().isEmpty());
            theCase.openTasks().stream().limit(1).forEach(theCase::work);
        }
    }

    private static boolean isClosed(CaseFile caseFile, CaseUnderTest theCase) {
        return caseFile.get(theCase.reference()).status().equals("closed");
    }
}
