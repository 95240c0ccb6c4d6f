package dk.ics.intake.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what is missing, without a stack trace. */
class KeysetMissingAnalyzer extends AbstractFailureAnalyzer<KeysetMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysetMissing cause) {
        return new FailureAnalysis(cause.getMessage(), "See \"Encryption at rest\" in docs/operations.md.", cause);
    }
}
