package dk.ics.intake.selfservice;

/** Somebody else moved the case in the same moment, so nothing that was asked for has happened. */
public final class Overtaken extends RuntimeException {

    public Overtaken() {
        super("The case was moved in the meantime");
    }
}
