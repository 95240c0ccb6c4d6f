package dk.ics.intake.multiply;

/**
 * One copy to be made.
 *
 * @param number over all copies of the database; it stands in the reference and in all ids
 * @param original reference of the case
 */
record Copy(long number, String original) {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEKS = 208;
    /** Prime, so that copies that follow each other lie far apart. */
    private static final int STEP = 97;

    /** How much earlier than its original it happened: whole weeks, so that every day stays the day of the week it was. */
    int days() {
        return DAYS_OF_A_WEEK * (1 + (int) (number * STEP % WEEKS));
    }

    /** The first eight digits of its ids. Those the application makes begin with the time since 1970. */
    String head() {
        return "%08x".formatted(number);
    }
}
