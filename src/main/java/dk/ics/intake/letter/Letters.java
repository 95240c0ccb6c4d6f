package dk.ics.intake.letter;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to citizens. A letter names the case and what to do; name and personal number stay out of it, as a mail is open
 * to others on its way.
 */
@Service
public class Letters {

    private final CaseFile caseFile;
    private final LetterBook book;
    private final Mailbox mailbox;
    private final LetterProperties properties;

    Letters(CaseFile caseFile, LetterBook book, Mailbox mailbox, LetterProperties properties) {
        this.caseFile = caseFile;
        this.book = book;
        this.mailbox = mailbox;
        this.properties = properties;
    }

    /**
     * Sends the letter of a step and journals what became of it.
     *
     * @param values what stands in the letter: texts, days, moments, or codes of papers
     * @throws MailServerUnavailable when nobody knows whether it went; the next try sends it under the same id
     */
    @Transactional
    public LetterOutcome send(CaseReference reference, String step, Map<String, ?> values) {
        LetterBook.Entry entry = book.open(reference, step, properties.domain());
        Map<String, Object> citizen = caseFile.read(reference, List.of("email", "language", "departureKind"));
        LetterOutcome outcome = entry.mailed()
                ? LetterOutcome.SENT
                : "deceased".equals(citizen.get("departureKind"))
                        ? LetterOutcome.STOPPED
                        : mail(entry, citizen.get("email"), Language.of(citizen.getOrDefault("language", "")), values);
        book.passed(entry);
        caseFile.journal(reference, new Act(step, Act.SYSTEM, outcome.name()), description(outcome));
        return outcome;
    }

    private LetterOutcome mail(
            LetterBook.Entry entry, @Nullable Object address, Language language, Map<String, ?> values) {
        if (!(address instanceof String to) || to.isBlank()) {
            return LetterOutcome.NO_ADDRESS;
        }
        Map<String, String> written = new LinkedHashMap<>();
        values.forEach((key, value) -> written.put(key, write(value, language)));
        written.values().removeIf(String::isBlank);
        written.put("reference", entry.reference().value());
        written.put("officeName", properties.officeName());
        written.put("officeAddress", properties.officeAddress());
        written.put("from", properties.from());
        LetterOutcome outcome = mailbox.send(
                properties.from(),
                to,
                entry.messageId(),
                Template.of(entry.step(), language).fill(written));
        if (outcome == LetterOutcome.SENT) {
            book.mailed(entry);
        }
        return outcome;
    }

    private static String write(Object value, Language language) {
        if (value instanceof LocalDate date) {
            return language.write(date);
        }
        if (value instanceof OffsetDateTime time) {
            return language.write(time);
        }
        if (value instanceof Collection<?> papers) {
            return papers.stream()
                    .map(paper -> "- " + language.paper(paper.toString()))
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }
        return value.toString();
    }

    private static String description(LetterOutcome outcome) {
        return switch (outcome) {
            case SENT -> "E-mail sendt til borgeren";
            case NO_ADDRESS -> "E-mail ikke sendt: borgeren har ikke oplyst en e-mailadresse. Giv besked på anden måde";
            case STOPPED -> "E-mail ikke sendt: borgeren er død";
            case REFUSED -> "E-mail ikke sendt: mailserveren afviste adressen. Giv besked på anden måde";
        };
    }
}
