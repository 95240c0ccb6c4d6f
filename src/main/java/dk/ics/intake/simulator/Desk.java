package dk.ics.intake.simulator;

/** One simulated authority. */
interface Desk {

    /** First part of the path and name in the books: {@code cpr}, {@code siri}, {@code healthInsurance} … */
    String authority();

    /** Acts once; calls with a known idempotency key never come here a second time. */
    Reply handle(Call call);
}
