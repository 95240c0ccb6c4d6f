package dk.ics.intake.process;

/** Why no first administrator was made. */
final class FirstAdminRefused extends RuntimeException {

    FirstAdminRefused(String reason) {
        super(reason);
    }
}
