package dk.ics.intake.letter;

import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is written to one citizen: as a sheet of paper, and as a mail. */
final class Letter {

    private static final String LINK = "link";

    private final String step;
    private final CaseReference reference;
    private final Language language;
    private final String recipient;
    private final Map<String, String> sender;
    private final Map<String, String> texts;

    /**
     * @param recipient the citizen's name
     * @param sender what is known of the office
     * @param values what stands in the letter: texts, days, moments, or lists of codes; an empty one is none
     */
    Letter(
            String step,
            CaseReference reference,
            Language language,
            String recipient,
            Map<String, String> sender,
            Map<String, ?> values) {
        this.step = step;
        this.reference = reference;
        this.language = language;
        this.recipient = recipient;
        this.sender = sender;
        this.texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, write(value)));
        texts.values().removeIf(String::isBlank);
        texts.put("reference", reference.value());
        texts.putAll(sender);
    }

    /** Whether the mail says only that there is a letter. */
    boolean isPrivate() {
        return Template.notice(step, language).isPresent();
    }

    /** @param link gives the citizen's link; asked only if the mail has a place for it, and left out if there is none */
    Template mail(Supplier<Optional<String>> link) {
        Template template = Template.notice(step, language).orElseGet(() -> Template.of(step, language));
        Map<String, String> all = new LinkedHashMap<>(texts);
        if (template.has(LINK)) {
            link.get().ifPresent(address -> all.put(LINK, address));
        }
        return template.fill(all);
    }

    Language language() {
        return language;
    }

    Sheet sheet(LocalDate date) {
        return new Sheet(
                language,
                recipient,
                date,
                reference.value(),
                sender,
                Template.of(step, language).fill(texts));
    }

    /** What the journal calls it. */
    String danishSubject() {
        return Template.of(step, Language.DANISH).fill(texts).subject();
    }

    private String write(Object value) {
        if (value instanceof LocalDate date) {
            return language.write(date);
        }
        if (value instanceof OffsetDateTime time) {
            return language.write(time);
        }
        if (value instanceof Collection<?> codes) {
            return codes.stream()
                    .map(code -> "- " + language.name(code.toString()))
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }
        return value.toString();
    }

    /** Masked: it is written to a person. */
    @Override
    public String toString() {
        return "Letter[" + step + ", " + reference + "]";
    }
}
