package dk.ics.intake.process.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a caseworker needs to know of a case, as JSON for the pages that show it. Moments are instants, days are
 * Danish; every code comes with its Danish name.
 *
 * @param citizen rows of a Danish label and value, as the forms show them
 * @param mayNote whether the reader may write a note
 * @param address its lines; the only place of this JSON in which an address stands, see {@link dk.ics.intake.casefile.ShownAddress}
 * @param addressMasked whether the address is protected and its lines are a mask
 */
record WholeCase(
        String reference,
        Named municipality,
        Named category,
        Named channel,
        Named status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Named outcome,
        String name,
        List<Map<String, String>> citizen,
        List<String> address,
        boolean addressMasked,
        List<ServiceState> services,
        List<OpenTask> tasks,
        List<DueDay> deadlines,
        List<Paper> documents,
        List<Relative> family,
        List<Event> journal,
        boolean mayNote) {

    /** A code and what it is called in Danish. */
    record Named(String code, String label) {}

    /**
     * How far a service has come.
     *
     * @param state {@code notBegun}, {@code neverBegun}, {@code running} or {@code done}
     * @param outcome what came of it, in Danish, once it is done
     */
    record ServiceState(
            Named service, Named state, @Nullable String outcome) {}

    /**
     * @param group who works it, in Danish
     * @param assignee the user who has taken it
     * @param workable whether the reader is in that group or has taken it
     */
    record OpenTask(
            String id,
            String name,
            String process,
            String group,
            @Nullable String assignee,
            Instant created,
            @Nullable LocalDate due,
            boolean workable) {}

    /** @param met whether what the day asks for has happened */
    record DueDay(Named deadline, LocalDate due, boolean met) {}

    /**
     * @param contentType of its file; null for a paper of which there is none
     * @param issued whether it was made here and handed out
     */
    record Paper(
            UUID id,
            Named type,
            @Nullable String fileName,
            @Nullable String contentType,
            LocalDate receivedOn,
            boolean seenInOriginal,
            boolean issued) {}

    /**
     * Somebody who moved in together with the citizen.
     *
     * @param relation what that one is to the applicant, in Danish
     * @param name empty if the reader has no access to that one's municipality
     */
    record Relative(String reference, String relation, String name, Named municipality, Named status) {}

    /**
     * @param note whether a caseworker wrote it down at will; the description is the note then
     * @param step the user task in which it happened, in Danish; null for what the application did by itself
     * @param changedKeys keys of case fields, never values
     */
    record Event(
            Instant at,
            String user,
            @Nullable String step,
            String description,
            List<String> changedKeys,
            boolean note) {}

    /** Masked: the case is a person's. */
    @Override
    public String toString() {
        return "WholeCase[" + reference + "]";
    }
}
