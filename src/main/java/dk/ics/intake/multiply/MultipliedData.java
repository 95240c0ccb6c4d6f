package dk.ics.intake.multiply;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether the cases of this database are copies: then whoever shows figures of them says so. */
@Service
public class MultipliedData {

    private static final String MARK =
            "Tallene er fra mangfoldiggjorte data: %,d af sagerne er kopier, som er lavet for at afprøve systemet.";

    private static final String MARK_OF_CASE =
            "Sagen er en kopi, som er lavet for at afprøve systemet. Kontrollen har ikke fundet sted.";

    /** As the command names copies: a case that somebody worked has six digits. */
    private static final Pattern COPY = Pattern.compile("\\d{4}-1\\d{8}");

    private final JdbcClient jdbc;

    MultipliedData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sentence that stands beside figures; none if every case is one that somebody worked. */
    public Optional<String> mark() {
        long copies = jdbc.sql("select coalesce(sum(last_copy - first_copy + 1), 0) from ics.multiplication")
                .query(Long.class)
                .single();
        return copies == 0 ? Optional.empty() : Optional.of(String.format(Locale.forLanguageTag("da"), MARK, copies));
    }

    /** The sentence that stands on whatever is drawn of one case; none if the case is no copy. */
    public Optional<String> markOf(String reference) {
        return COPY.matcher(reference).matches() ? mark().map(marked -> MARK_OF_CASE) : Optional.empty();
    }
}
