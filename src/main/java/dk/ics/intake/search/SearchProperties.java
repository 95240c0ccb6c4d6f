package dk.ics.intake.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cases are looked for.
 *
 * @param purposes why a case may be looked for and opened, in the order in which they are offered
 * @param mostHits how many cases a search shows
 */
@ConfigurationProperties("ics.search")
record SearchProperties(
        List<Purpose> purposes, @DefaultValue("50") int mostHits) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    SearchProperties {
        if (purposes == null || purposes.isEmpty()) {
            throw new IllegalArgumentException("ics.search.purposes must name at least one purpose");
        }
        purposes.forEach(purpose -> {
            if (purpose.code().equals(Ground.TASK)) {
                throw new IllegalArgumentException(
                        "ics.search.purposes: »task« is the purpose of whoever works a task");
            }
            if (!CODE.matcher(purpose.code()).matches() || purpose.label().isBlank()) {
                throw new IllegalArgumentException("ics.search.purposes: a purpose has a code of letters and a label");
            }
        });
        if (mostHits < 1) {
            throw new IllegalArgumentException("ics.search.most-hits must be at least 1");
        }
        purposes = List.copyOf(purposes);
    }

    Optional<Purpose> purpose(String code) {
        return purposes.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
