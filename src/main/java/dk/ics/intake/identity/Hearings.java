package dk.ics.intake.identity;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.letter.Letters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hearing of a citizen before an identity is refused (forvaltningsloven § 19). */
@Service
public class Hearings {

    private static final String DEADLINE = "hearing";
    private static final String STEP = "sendHearing";
    private static final List<String> WRITTEN = List.of("hearingGrounds", "hearingDeadline");
    private static final List<String> HEARING =
            List.of("hearingText", "hearingGrounds", "hearingDeadline", "heardAt", "hearingSentAt");
    private static final List<String> ANSWER = List.of("hearingAnswer", "hearingAnswerText", "hearingAnswerOn");
    private static final Map<String, String> ANSWERS = Map.of(
            "answered", "Borgeren har svaret",
            "waived", "Borgeren har frafaldet at svare",
            "noAnswer", "Borgeren har ikke svaret inden fristen");

    /** The answers of the second look that a new look gives anew. */
    private static final List<String> OF_THE_LOOK =
            List.of("secondOriginalPresented", "secondDocumentGenuine", "secondPhotoMatches", "secondDetailsMatch");

    private final CaseFile caseFile;
    private final Deadlines deadlines;
    private final Letters letters;
    private final Clock clock;

    Hearings(CaseFile caseFile, Deadlines deadlines, Letters letters, Clock clock) {
        this.caseFile = caseFile;
        this.deadlines = deadlines;
        this.letters = letters;
        this.clock = clock;
    }

    /** Writes to the citizen what a refusal would rest on, and until when there is time to answer. */
    @Transactional
    public void send(CaseReference reference) {
        Map<String, Object> written = caseFile.read(reference, WRITTEN);
        if (!(written.get("hearingDeadline") instanceof LocalDate deadline)
                || !(written.get("hearingGrounds") instanceof String grounds)) {
            throw new IllegalStateException("A hearing has grounds and a time to answer: " + reference);
        }
        caseFile.write(reference, Map.of("hearingSentAt", OffsetDateTime.now(clock)), Act.bySystem(STEP));
        deadlines.set(reference, DEADLINE, deadline);
        letters.send(reference, STEP, Map.of("grounds", grounds, "deadline", deadline));
    }

    /** What forms show of the hearing. */
    void describe(CaseReference reference, Facts facts) {
        Map<String, Object> known = caseFile.read(reference, HEARING);
        facts.add("Partshøring", known.getOrDefault("hearingGrounds", known.get("hearingText")))
                .add("Borgeren hørt", known.getOrDefault("hearingSentAt", known.get("heardAt")))
                .add("Frist for svar", known.get("hearingDeadline"));
    }

    /** What the citizen has said; nothing before. */
    Facts answer(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, ANSWER);
        return new Facts()
                .add("Svar", ANSWERS.get(String.valueOf(known.get("hearingAnswer"))))
                .add("Modtaget", known.get("hearingAnswerOn"))
                .add("Borgerens ord", known.get("hearingAnswerText"));
    }

    boolean isAnswered(CaseReference reference) {
        return caseFile.read(reference, ANSWER).containsKey("hearingAnswer");
    }

    void answered(CaseReference reference) {
        deadlines.meet(reference, DEADLINE);
    }

    /** Nobody waits for an answer any more. */
    void over(CaseReference reference) {
        deadlines.dropOpen(reference, DEADLINE);
    }

    /** A new hearing begins: what was said to an earlier one is no answer to it. */
    void begin(CaseReference reference, Act act) {
        clear(reference, ANSWER, act);
    }

    /** The doubt is looked at again because of the answer: look and hearing begin anew, the answer stays to be read. */
    void reopen(CaseReference reference, Act act) {
        clear(reference, OF_THE_LOOK, act);
        clear(reference, HEARING, act);
    }

    private void clear(CaseReference reference, List<String> keys, Act act) {
        Map<String, @Nullable Object> none = new HashMap<>();
        caseFile.read(reference, keys).keySet().forEach(key -> none.put(key, null));
        caseFile.write(reference, none, act);
    }
}
