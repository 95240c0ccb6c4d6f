package dk.ics.intake.selfservice;

import dk.ics.intake.application.ApplicationReader;
import dk.ics.intake.application.ApplicationReader.Reading;
import dk.ics.intake.application.Problems;
import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.application.Received;
import dk.ics.intake.application.SubmittedDocument;
import dk.ics.intake.casefile.CaseReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a draft, once: draft, cases and link change in one transaction, and whoever presses the button again, or comes
 * back to the draft, meets the same receipt (docs/adr/0132-a-draft-is-sent-once.md).
 */
@Service
public class Sending {

    private final ApplicationDrafts drafts;
    private final Interview interview;
    private final ApplicationReader reader;
    private final Reception reception;
    private final StatusLinks links;

    Sending(
            ApplicationDrafts drafts,
            Interview interview,
            ApplicationReader reader,
            Reception reception,
            StatusLinks links) {
        this.drafts = drafts;
        this.interview = interview;
        this.reader = reader;
        this.reception = reception;
        this.links = links;
    }

    /** What became of sending. */
    public sealed interface Outcome {

        /** It is received, now or before; the secret opens its status page. */
        record Sent(Secret status) implements Outcome {}

        /** Something is missing or cannot be: by number of the person and field. */
        record Incomplete(Map<Integer, Map<String, Refusal>> refusals) implements Outcome {}

        /** No such draft. */
        record Unknown() implements Outcome {}
    }

    @Transactional
    public Outcome send(Secret secret) {
        Optional<Draft> held = drafts.lock(secret);
        if (held.isEmpty()) {
            return drafts.sent(secret).<Outcome>map(Outcome.Sent::new).orElseGet(Outcome.Unknown::new);
        }
        Draft draft = held.get();
        Course course = interview.course(draft);
        if (!(course.next() instanceof Course.Next.Check)) {
            return new Outcome.Incomplete(Map.of());
        }
        Reading reading = reader.read(course.application(), documents(draft));
        if (reading instanceof Reading.Refused refused) {
            return new Outcome.Incomplete(refusals(course, refused.problems()));
        }
        Received received = reception.receive(((Reading.Accepted) reading).application(), "draft:" + draft.id());
        Secret status = secret.derive(StatusLinks.PURPOSE);
        CaseReference applicant = received.references().get(0);
        links.issue(status, applicant, draft.language());
        if (received.firstTime()) {
            reception.confirm(applicant);
        }
        drafts.markSent(draft);
        return new Outcome.Sent(status);
    }

    /** What stands in the way of sending, as far as it can be known before. */
    public Map<Integer, Map<String, Refusal>> problems(Course course) {
        List<List<SubmittedDocument>> none = course.persons().stream()
                .map(person -> List.<SubmittedDocument>of())
                .toList();
        return reader.read(course.application(), none) instanceof Reading.Refused refused
                ? refusals(course, refused.problems())
                : Map.of();
    }

    private List<List<SubmittedDocument>> documents(Draft draft) {
        return draft.content().persons().stream()
                .map(person -> drafts.documents(draft, person.no()))
                .toList();
    }

    private static Map<Integer, Map<String, Refusal>> refusals(Course course, Problems problems) {
        Map<Integer, Map<String, Refusal>> refusals = new LinkedHashMap<>();
        for (int i = 0; i < course.persons().size(); i++) {
            Map<String, Refusal> ofPerson = Interview.ofPerson(problems, i);
            if (!ofPerson.isEmpty()) {
                refusals.put(course.persons().get(i).person().no(), ofPerson);
            }
        }
        return refusals;
    }
}
