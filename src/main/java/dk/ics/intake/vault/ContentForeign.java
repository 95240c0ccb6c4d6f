package dk.ics.intake.vault;

/** A content does not belong where it lies: it was changed, moved, or sealed with a key that is not there. */
public final class ContentForeign extends RuntimeException {

    ContentForeign(Vault.Kind kind, java.util.UUID id, Throwable cause) {
        super("The content of " + kind + " " + id + " does not open", cause);
    }
}
