package dk.ics.intake.vault;

/** Rows with contents that {@link Resealing} seals. */
public interface Resealable {

    /**
     * Seals some rows that are in the clear or under another key than the vault's, in a transaction of its own; rows that
     * somebody else is changing are left for later.
     *
     * @return how many; 0 if there are none left, or all that are left are held by others
     */
    int sealSome();

    /** Whether rows are left that are not sealed with the vault's key. */
    boolean hasOthers();
}
