package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.Notes;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.search.CaseAccess;
import dk.ics.intake.search.Opening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case somebody has come to, by whichever {@link Door}. What is shown is logged in the transaction that reads it, each
 * page of a document and each original too.
 */
@Service
class OpenCase {

    /** A file, or why there is none. */
    record Sought(Optional<DocumentFile> file, Answer otherwise) {}

    private static final int FORBIDDEN = 403;

    private final Doors doors;
    private final WholeCases cases;
    private final Documents documents;
    private final Notes notes;
    private final ShownAddress address;
    private final CaseAccess access;
    private final IdentityService identity;

    OpenCase(
            Doors doors,
            WholeCases cases,
            Documents documents,
            Notes notes,
            ShownAddress address,
            CaseAccess access,
            IdentityService identity) {
        this.doors = doors;
        this.cases = cases;
        this.documents = documents;
        this.notes = notes;
        this.address = address;
        this.access = access;
        this.identity = identity;
    }

    @Transactional
    public Answer whole(Door door) {
        CaseReader reader = CaseReader.of(identity);
        return behind(reader, door, opened -> {
            access.opened(reader.searcher(), opened.ground(), opened.reference());
            return Answer.of(cases.of(opened.reference(), reader));
        });
    }

    @Transactional
    public Answer address(Door door) {
        CaseReader reader = CaseReader.of(identity);
        return behind(reader, door, opened -> {
            access.unmasked(reader.searcher(), opened.ground(), opened.reference());
            return Answer.of(Map.of("address", address.unmasked(opened.reference())));
        });
    }

    /** The file one page of which is going to be shown. It is drawn after the transaction. */
    @Transactional
    public Sought forPage(Door door, UUID document, int page) {
        CaseReader reader = CaseReader.of(identity);
        return file(
                reader,
                door,
                document,
                opened -> access.pageShown(reader.searcher(), opened.ground(), opened.reference(), document, page));
    }

    @Transactional
    public Sought original(Door door, UUID document) {
        CaseReader reader = CaseReader.of(identity);
        return file(
                reader,
                door,
                document,
                opened -> access.downloaded(reader.searcher(), opened.ground(), opened.reference(), document));
    }

    /** Writes a note and answers the journal with it. */
    @Transactional
    public Answer note(Door door, UUID id, String text) {
        CaseReader reader = CaseReader.of(identity);
        if (!reader.mayWrite()) {
            return Answer.saying(
                    FORBIDDEN, "Forbidden", "Kun de, der arbejder med sager, kan skrive notater.", Map.of());
        }
        return behind(reader, door, opened -> {
            Optional<FieldProblem> problem = notes.add(opened.reference(), id, text, reader.userId());
            return problem.isPresent()
                    ? Answer.refused("NoteRefused", problem.get().message(), List.of(problem.get()))
                    : Answer.of(Map.of("journal", cases.journalOf(opened.reference())));
        });
    }

    private Sought file(CaseReader reader, Door door, UUID document, Consumer<Opening.Opened> log) {
        Opening opening = doors.open(reader, door);
        if (!(opening instanceof Opening.Opened opened)) {
            return new Sought(Optional.empty(), Answer.notOpened(opening));
        }
        Optional<DocumentFile> file = documents.file(opened.reference(), document);
        if (file.isPresent()) {
            log.accept(opened);
        }
        return new Sought(file, Answer.noSuchDocument());
    }

    private Answer behind(CaseReader reader, Door door, Function<Opening.Opened, Answer> work) {
        Opening opening = doors.open(reader, door);
        return opening instanceof Opening.Opened opened ? work.apply(opened) : Answer.notOpened(opening);
    }
}
