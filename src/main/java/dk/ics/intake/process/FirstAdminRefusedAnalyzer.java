package dk.ics.intake.process;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator why, without a stack trace. */
class FirstAdminRefusedAnalyzer extends AbstractFailureAnalyzer<FirstAdminRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FirstAdminRefused cause) {
        return new FailureAnalysis(cause.getMessage(), "See \"First administrator\" in docs/operations.md.", cause);
    }
}
