package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Documents;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers a case needs and those it has. */
@Service
public class RequiredPapers {

    /** Code of the citizen's deadline in the case file. */
    static final String DEADLINE = "documents";

    private static final Set<String> CARD_SUFFICES =
            Set.of("euWorker", "euStudent", "euJobseeker", "euSelfSufficient", "euFamily");

    private final CaseFile caseFile;
    private final Documents documents;
    private final Deadlines deadlines;

    RequiredPapers(CaseFile caseFile, Documents documents, Deadlines deadlines) {
        this.caseFile = caseFile;
        this.documents = documents;
        this.deadlines = deadlines;
    }

    /** Writes to the case file which of the required papers are missing; whether none is. */
    @Transactional
    public boolean compare(CaseReference reference, Collection<String> required) {
        List<String> missing = missing(reference, required);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("missingDocuments", missing.isEmpty() ? null : String.join(",", missing));
        caseFile.write(reference, changes, Act.bySystem("compareDocuments"));
        if (missing.isEmpty()) {
            deadlines.meet(reference, DEADLINE);
        }
        return missing.isEmpty();
    }

    /** Which of these papers the case does not have. */
    @Transactional(readOnly = true)
    public List<String> missing(CaseReference reference, Collection<String> required) {
        return missing(
                documents.types(reference), required, caseFile.get(reference).category());
    }

    /** Which of the required papers are not among those that are there, for somebody of this category. */
    public static List<String> missing(Set<String> onFile, Collection<String> required, String category) {
        boolean showsCard = acceptsCard(category);
        return required.stream()
                .filter(type -> !isCovered(type, onFile, showsCard))
                .sorted()
                .toList();
    }

    /** Whether a national identity card will do in place of a passport. */
    public static boolean acceptsCard(String category) {
        return CARD_SUFFICES.contains(category);
    }

    /** The codes of the papers that are missing. */
    @Transactional(readOnly = true)
    public List<String> missing(CaseReference reference) {
        Object missing = caseFile.read(reference, List.of("missingDocuments")).getOrDefault("missingDocuments", "");
        return missing.toString().isEmpty()
                ? List.of()
                : List.of(missing.toString().split(","));
    }

    /** The missing papers as letters name them: a national identity card does not help everybody. */
    List<String> toWriteOf(CaseReference reference) {
        boolean showsCard = CARD_SUFFICES.contains(caseFile.get(reference).category());
        return missing(reference).stream()
                .map(type -> type.equals("passport") && !showsCard ? "passportOnly" : type)
                .toList();
    }

    /** Takes the papers that have come since off the list of missing ones; the others stay. */
    @Transactional
    public void strikeReceived(CaseReference reference) {
        List<String> open = missing(reference);
        if (!open.isEmpty()) {
            compare(reference, open);
        }
    }

    /** Notes until when the citizen has been asked to bring the papers. */
    @Transactional
    public void expectBy(CaseReference reference, LocalDate due) {
        deadlines.set(reference, DEADLINE, due);
    }

    /** The day until which the citizen has been asked to bring the papers. */
    @Transactional(readOnly = true)
    public LocalDate expectedBy(CaseReference reference) {
        return deadlines.of(reference).stream()
                .filter(deadline -> deadline.code().equals(DEADLINE))
                .findFirst()
                .orElseThrow()
                .due();
    }

    /** EU citizens may show a national identity card instead of a passport (directive 2004/38/EC art. 5). */
    private static boolean isCovered(String type, Set<String> onFile, boolean showsCard) {
        return onFile.contains(type) || (showsCard && type.equals("passport") && onFile.contains("identityCard"));
    }
}
