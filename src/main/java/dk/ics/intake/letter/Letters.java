package dk.ics.intake.letter;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.time.DanishCalendar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to citizens. Each letter is a PDF among the case's documents; the mail says the same, or only that there is a
 * letter (docs/adr/0047-letters-are-documents.md). Name and personal number stay out of mails, which are open to others
 * on their way.
 */
@Service
public class Letters {

    private static final List<String> CITIZEN =
            List.of("email", "language", "givenNames", "familyName", "departureKind");

    private final CaseFile caseFile;
    private final LetterBook book;
    private final Mailbox mailbox;
    private final Copies copies;
    private final LetterProperties properties;
    private final DanishCalendar calendar;
    private final StatusLink links;

    Letters(
            CaseFile caseFile,
            LetterBook book,
            Mailbox mailbox,
            Copies copies,
            LetterProperties properties,
            DanishCalendar calendar,
            StatusLink links) {
        this.caseFile = caseFile;
        this.book = book;
        this.mailbox = mailbox;
        this.copies = copies;
        this.properties = properties;
        this.calendar = calendar;
        this.links = links;
    }

    /**
     * Sends the letter of a step, keeps it in the case and journals what became of it.
     *
     * @param values what stands in the letter: texts, days, moments, or lists of codes
     * @throws MailServerUnavailable when it did not go; the next try sends it under the same id
     */
    @Transactional
    public LetterOutcome send(CaseReference reference, String step, Map<String, ?> values) {
        LetterBook.Entry entry = book.open(reference, step, properties.domain());
        Map<String, Object> citizen = caseFile.read(reference, CITIZEN);
        Letter letter = letter(reference, step, citizen, values);
        boolean stopped = !entry.mailed() && "deceased".equals(citizen.get("departureKind"));
        LetterOutcome outcome =
                entry.mailed() ? LetterOutcome.SENT : stopped ? LetterOutcome.STOPPED : mail(entry, citizen, letter);
        UUID document = stopped
                ? null
                : copies.keep(reference, letter, entry.written(), DocumentType.LETTER, Act.bySystem(step));
        book.passed(entry, document, outcome.isToPrint(letter.isPrivate()));
        caseFile.journal(reference, new Act(step, Act.SYSTEM, outcome.name()), outcome.description(letter.isPrivate()));
        return outcome;
    }

    /**
     * Writes a paper that is handed out at the desk, in the citizen's language, and keeps it in the case. Calling it
     * again writes another one.
     *
     * @param values as in {@link #send}
     */
    @Transactional
    public void handOut(CaseReference reference, DocumentType type, Map<String, ?> values, Act act) {
        Letter letter = letter(reference, act.code(), caseFile.read(reference, CITIZEN), values);
        copies.keep(reference, letter, calendar.today(), type, act);
    }

    /**
     * Sets a sheet to another authority, in Danish; whoever asks for it keeps it.
     *
     * @param values as in {@link #send}
     * @return a PDF
     */
    public byte[] toAuthority(CaseReference reference, String step, String authority, Map<String, ?> values) {
        Language danish = Language.DANISH;
        Letter letter = new Letter(step, reference, danish, authority, properties.texts(step, danish), values);
        return copies.set(letter, calendar.today());
    }

    private Letter letter(CaseReference reference, String step, Map<String, Object> citizen, Map<String, ?> values) {
        Language language = Language.of(citizen.getOrDefault("language", ""));
        return new Letter(step, reference, language, Citizen.name(citizen), properties.texts(step, language), values);
    }

    private LetterOutcome mail(LetterBook.Entry entry, Map<String, Object> citizen, Letter letter) {
        if (!(citizen.get("email") instanceof String to) || to.isBlank()) {
            return LetterOutcome.NO_ADDRESS;
        }
        if (entry.state() == LetterBook.State.SENDING) {
            return LetterOutcome.UNCERTAIN;
        }
        Template mail = letter.mail(
                () -> links.issue(entry.reference(), letter.language().code()));
        book.sending(entry);
        try {
            LetterOutcome outcome = mailbox.send(properties.from(), to, entry.messageId(), mail);
            if (outcome == LetterOutcome.SENT) {
                book.mailed(entry);
            }
            return outcome;
        } catch (MailServerUnavailable unavailable) {
            if (unavailable.mayHaveGone()) {
                return LetterOutcome.UNCERTAIN;
            }
            book.notSent(entry);
            throw unavailable;
        }
    }
}
