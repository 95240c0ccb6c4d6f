package dk.ics.intake.process.rights;

import java.util.Optional;

/** What a call must fulfil beside the role: a refusal says what is missing, nothing means it may go on. */
@FunctionalInterface
interface Condition {

    Condition NONE = call -> Optional.empty();

    Optional<Refusal> check(Call call);
}
