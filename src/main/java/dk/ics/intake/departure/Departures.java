package dk.ics.intake.departure;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the case of a citizen who has died or left. To the dead nobody writes. */
@Service
public class Departures {

    static final String DECEASED = "deceased";

    private final CaseFile caseFile;
    private final Letters letters;
    private final Clock clock;

    Departures(CaseFile caseFile, Letters letters, Clock clock) {
        this.caseFile = caseFile;
        this.letters = letters;
        this.clock = clock;
    }

    /** Notes when what was left of the case ended; {@code deceased} or {@code departed}. */
    @Transactional
    public String decide(CaseReference reference) {
        String kind = kind(reference);
        caseFile.write(
                reference,
                Map.of("departureDecidedAt", OffsetDateTime.now(clock)),
                new Act("endForDeparture", Act.SYSTEM, kind));
        return kind;
    }

    /** Closes the case; one that is closed already keeps its outcome. */
    @Transactional
    public void close(CaseReference reference) {
        caseFile.close(reference, kind(reference), new Act("closeForDeparture", Act.SYSTEM, kind(reference)));
    }

    /** Tells a citizen who has left what has ended. */
    @Transactional
    public void confirm(CaseReference reference) {
        letters.send(reference, "confirmDeparture", Map.of());
    }

    private String kind(CaseReference reference) {
        Object kind = caseFile.read(reference, List.of("departureKind")).get("departureKind");
        if (kind == null) {
            throw new IllegalStateException("No departure is reported in case " + reference);
        }
        return kind.toString();
    }
}
