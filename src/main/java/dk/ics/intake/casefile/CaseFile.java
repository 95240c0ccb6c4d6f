package dk.ics.intake.casefile;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases and what is known about their persons.
 *
 * <p>Every change is journalled with the {@link Act} that made it, in the caller's transaction.
 */
@Service
public class CaseFile {

    private final Cases cases;
    private final FieldStore fields;
    private final Journal journal;
    private final Evidence evidence;

    CaseFile(Cases cases, FieldStore fields, Journal journal, Evidence evidence) {
        this.cases = cases;
        this.fields = fields;
        this.journal = journal;
        this.evidence = evidence;
    }

    /** Opens a case under the next number of the year (Danish time). Numbers may have gaps. */
    @Transactional
    public CaseReference open(MunicipalityCode municipality, String category, String channel, Act act) {
        CaseReference reference = cases.open(municipality, category, channel);
        journal.add(reference, act, "Sag oprettet", List.of());
        Facts facts = new Facts()
                .code("municipality", municipality.value())
                .code("category", category)
                .code("channel", channel);
        evidence.record(reference.value(), Kind.CASE_OPENED, act.userId(), facts);
        return reference;
    }

    /** @throws NoSuchElementException if there is no such case */
    @Transactional(readOnly = true)
    public CaseFileEntry get(CaseReference reference) {
        return find(reference).orElseThrow(() -> new NoSuchElementException("There is no case " + reference));
    }

    @Transactional(readOnly = true)
    public Optional<CaseFileEntry> find(CaseReference reference) {
        return cases.find(reference);
    }

    /**
     * Makes other writers of this case wait until the caller's transaction ends, so that what is read from now on is
     * what is written over.
     *
     * @throws NoSuchElementException if there is no such case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(CaseReference reference) {
        cases.lock(reference);
    }

    /**
     * The values of the given fields, in the Java types of {@link CaseField.Type}; a field without a value is not in
     * the map.
     *
     * @throws IllegalArgumentException if a key is unknown
     */
    @Transactional(readOnly = true)
    public Map<String, Object> read(CaseReference reference, Collection<String> keys) {
        return fields.read(reference, keys);
    }

    /**
     * The same for many cases at once; a case of which none of the fields has a value is not in the map.
     *
     * @throws IllegalArgumentException if a key is unknown
     */
    @Transactional(readOnly = true)
    public Map<CaseReference, Map<String, Object>> readAll(
            Collection<CaseReference> references, Collection<String> keys) {
        return fields.readAll(references, keys);
    }

    /**
     * Writes the given fields and one journal entry that names their keys; null clears a field. Texts are trimmed and
     * composed, see {@link CaseText}. The case row is locked first.
     *
     * @throws IllegalArgumentException if a key is unknown or a value has another type than its field; the message
     *     does not repeat the value
     */
    @Transactional
    public void write(CaseReference reference, Map<String, ? extends @Nullable Object> changes, Act act) {
        if (changes.isEmpty()) {
            return;
        }
        if (changes.get("municipality") instanceof String code && !MunicipalityCode.isValid(code)) {
            throw new IllegalArgumentException("No municipality has this code");
        }
        cases.lock(reference);
        fields.write(reference, changes);
        journal.add(
                reference,
                act,
                "Oplysninger ændret",
                changes.keySet().stream().sorted().toList());
    }

    public boolean knows(String key) {
        return fields.knows(key);
    }

    /** @throws IllegalArgumentException if the key is unknown */
    public CaseField field(String key) {
        return fields.field(key);
    }

    /** Adds a line to the case's journal. */
    @Transactional
    public void journal(CaseReference reference, Act act, String shortDescription) {
        journal.add(reference, act, CaseText.normalise(shortDescription), List.of());
    }

    /** The case's journal, oldest first. */
    @Transactional(readOnly = true)
    public List<JournalEntry> journalOf(CaseReference reference) {
        return journal.of(reference);
    }

    /**
     * Closes the case. A case that is closed already stays as it is.
     *
     * @throws NoSuchElementException if there is no such case
     */
    @Transactional
    public void close(CaseReference reference, String outcome, Act act) {
        cases.lock(reference);
        if (cases.close(reference, outcome)) {
            journal.add(reference, act, "Sag lukket", List.of());
            evidence.record(reference.value(), Kind.CASE_CLOSED, act.userId(), new Facts().code("outcome", outcome));
        }
    }

    /**
     * Opens a closed case again; it has no outcome until it is closed the next time.
     *
     * @throws IllegalStateException if the case is not closed
     */
    @Transactional
    public void reopen(CaseReference reference, Act act) {
        cases.lock(reference);
        if (!cases.reopen(reference)) {
            throw new IllegalStateException("Case " + reference + " is not closed");
        }
        journal.add(reference, act, "Sag genåbnet", List.of());
        evidence.record(reference.value(), Kind.CASE_REOPENED, act.userId(), new Facts());
    }

    /**
     * Gives the case to another municipality under the same reference.
     *
     * @throws NoSuchElementException if there is no such case
     */
    @Transactional
    public void place(CaseReference reference, MunicipalityCode to, Act act) {
        cases.lock(reference);
        cases.place(reference, to);
        journal.add(reference, act, "Sag placeret i " + to.name() + " Kommune", List.of("municipality"));
    }

    /**
     * Other cases, of all municipalities and open or not, of a person with the same names and birth date or of the same
     * identity document. Oldest first.
     */
    @Transactional(readOnly = true)
    public List<CaseFileEntry> otherCasesOfSamePersonOrDocument(CaseReference reference) {
        return cases.othersOfSamePersonOrDocument(reference);
    }

    /**
     * Other open cases, of all municipalities, whose identity document has the same issuing state and number; blanks,
     * dashes and case make no difference. Oldest first.
     */
    @Transactional(readOnly = true)
    public List<OpenCase> otherOpenCasesWithSameIdentityDocument(CaseReference reference) {
        List<String> personKeys =
                CaseFields.person().fields().stream().map(CaseField::key).toList();
        return cases.othersWithSameIdentityDocument(reference).stream()
                .map(entry -> new OpenCase(entry, fields.read(entry.reference(), personKeys)))
                .toList();
    }
}
