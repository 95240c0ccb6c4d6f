package dk.ics.intake.supervision;

/** The deployed decision {@code supervisionSample}: how many controls of a stratum are drawn. */
public interface SampleSizes {

    /** Number of its newest version. */
    int version();

    /** How many of so many controls are drawn beside the risk cases, by that version. */
    int size(int version, int controls);
}
