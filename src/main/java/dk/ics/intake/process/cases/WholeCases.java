package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Notes;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.process.cases.WholeCase.DueDay;
import dk.ics.intake.process.cases.WholeCase.Event;
import dk.ics.intake.process.cases.WholeCase.Named;
import dk.ics.intake.process.cases.WholeCase.Paper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what is known of a case. Whether somebody may see it is decided before. */
@Component
class WholeCases {

    private final CaseFile caseFile;
    private final Documents documents;
    private final Deadlines deadlines;
    private final CitizenFacts citizen;
    private final ShownAddress address;
    private final CaseServices services;
    private final CaseTasks tasks;
    private final CaseNames names;
    private final Notes notes;
    private final Relatives relatives;

    WholeCases(
            CaseFile caseFile,
            Documents documents,
            Deadlines deadlines,
            CitizenFacts citizen,
            ShownAddress address,
            CaseServices services,
            CaseTasks tasks,
            CaseNames names,
            Notes notes,
            Relatives relatives) {
        this.caseFile = caseFile;
        this.documents = documents;
        this.deadlines = deadlines;
        this.citizen = citizen;
        this.address = address;
        this.services = services;
        this.tasks = tasks;
        this.names = names;
        this.notes = notes;
        this.relatives = relatives;
    }

    /** The case as this user reads it: which of its tasks he could work, whose names he may see, whether he may write. */
    WholeCase of(CaseReference reference, CaseReader reader) {
        CaseFileEntry entry = caseFile.get(reference);
        CitizenFacts.Known known = citizen.of(reference);
        return new WholeCase(
                reference.value(),
                new Named(entry.municipality().value(), entry.municipality().name()),
                names.of("category", entry.category()),
                names.of("channel", entry.channel()),
                names.of("status", entry.status()),
                entry.openedAt(),
                entry.closedAt(),
                entry.outcome() == null ? null : names.of("outcome", entry.outcome()),
                known.name(),
                known.facts().rows(),
                address.lines(reference),
                address.isMasked(reference),
                services.of(reference),
                tasks.open(reference, reader),
                deadlinesOf(reference),
                papersOf(reference),
                relatives.of(reference, reader),
                journalOf(reference),
                reader.mayWrite());
    }

    private List<DueDay> deadlinesOf(CaseReference reference) {
        return deadlines.of(reference).stream()
                .map(deadline ->
                        new DueDay(names.of("deadline", deadline.code()), deadline.due(), deadline.metAt() != null))
                .toList();
    }

    private List<Paper> papersOf(CaseReference reference) {
        return documents.list(reference).stream()
                .map(paper -> new Paper(
                        paper.id(),
                        CaseNames.document(paper.typeCode()),
                        paper.fileName(),
                        paper.contentType(),
                        paper.receivedOn(),
                        paper.seenInOriginal(),
                        paper.isIssued()))
                .toList();
    }

    /** What happened and what was noted, the newest first: a caller asks what happened last. */
    List<Event> journalOf(CaseReference reference) {
        Map<String, String> steps = tasks.names(reference);
        List<Event> events = new ArrayList<>(caseFile.journalOf(reference).stream()
                .map(entry -> new Event(
                        entry.at(),
                        entry.userId(),
                        steps.get(entry.actCode()),
                        entry.description(),
                        entry.changedKeys(),
                        false))
                .toList());
        notes.of(reference)
                .forEach(note -> events.add(new Event(note.at(), note.userId(), null, note.text(), List.of(), true)));
        Collections.reverse(events);
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }
}
