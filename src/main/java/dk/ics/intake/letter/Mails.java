package dk.ics.intake.letter;

import com.fasterxml.uuid.Generators;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Mails that are no letters: they carry a link and say nothing of a case, so they are neither kept nor journalled. Whoever
 * does not get one asks again.
 */
@Service
public class Mails {

    private final Mailbox mailbox;
    private final LetterProperties properties;

    Mails(Mailbox mailbox, LetterProperties properties) {
        this.mailbox = mailbox;
        this.properties = properties;
    }

    /**
     * Sends a mail made of the template {@code <name>.<language>.txt}.
     *
     * @param language ISO 639-1; English for one that mails are not written in
     * @return whether the mail server took it; false too if there is none at the moment
     */
    public boolean send(String to, String language, String name, Map<String, String> values) {
        Language written = Language.of(language);
        Map<String, String> texts = new LinkedHashMap<>(properties.texts(name, written));
        texts.putAll(values);
        String id =
                "<%s.%s@%s>".formatted(name, Generators.randomBasedGenerator().generate(), properties.domain());
        try {
            return mailbox.send(
                            properties.from(),
                            to,
                            id,
                            Template.of(name, written).fill(texts))
                    == LetterOutcome.SENT;
        } catch (MailServerUnavailable silent) {
            return false;
        }
    }
}
