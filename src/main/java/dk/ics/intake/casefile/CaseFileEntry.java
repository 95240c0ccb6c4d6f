package dk.ics.intake.casefile;

import dk.ics.intake.municipality.MunicipalityCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case without its person.
 *
 * @param category code of the citizen's {@link Category}
 * @param channel how it came in: {@code selfService}, {@code phone}, {@code mail} or {@code walkIn}
 * @param status {@code open}, {@code closed} or {@code moved}
 * @param outcome code with which it was closed
 */
public record CaseFileEntry(
        CaseReference reference,
        MunicipalityCode municipality,
        String category,
        String channel,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String outcome) {

    public boolean isOpen() {
        return status.equals("open");
    }
}
