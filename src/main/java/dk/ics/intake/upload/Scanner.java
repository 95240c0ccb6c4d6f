package dk.ics.intake.upload;

/** Looks for viruses. */
public interface Scanner {

    /** What a scanner says of a file. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** There was no answer: nobody knows. */
        UNKNOWN
    }

    Verdict scan(byte[] content);
}
