package dk.ics.intake.evidence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what is missing, without a stack trace. */
class SigningKeyMissingAnalyzer extends AbstractFailureAnalyzer<SigningKeyMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SigningKeyMissing cause) {
        return new FailureAnalysis(cause.getMessage(), "See \"Evidence ledger\" in docs/operations.md.", cause);
    }
}
