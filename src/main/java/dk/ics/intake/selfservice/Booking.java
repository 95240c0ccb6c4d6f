package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.selfservice.Reception.Decision;
import dk.ics.intake.selfservice.Visit.Choice;
import dk.ics.intake.visitation.Appointments;
import dk.ics.intake.visitation.Appointments.Refusal;
import dk.ics.intake.visitation.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Citizens choose, change and cancel their appointment, a family together or nobody of it
 * (docs/adr/0138-citizens-book.md). The order of locks is the caseworker's: first the cases, by reference, then the time.
 */
@Service
public class Booking {

    private static final Act CHOSEN = Act.bySystem("appointmentChosen");
    private static final Act CANCELLED = Act.bySystem("appointmentCancelled");
    private static final int TRIES = 4;

    private final StatusLinks links;
    private final CaseFile caseFile;
    private final VisitChoices visits;
    private final Reception reception;
    private final Appointments appointments;
    private final TransactionTemplate transactions;

    Booking(
            StatusLinks links,
            CaseFile caseFile,
            VisitChoices visits,
            Reception reception,
            Appointments appointments,
            TransactionTemplate transactions) {
        this.links = links;
        this.caseFile = caseFile;
        this.visits = visits;
        this.reception = reception;
        this.appointments = appointments;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is done, now or when the button was pressed before. */
        record Done() implements Outcome {}

        /** Others have taken the places in the meantime. */
        record Full() implements Outcome {}

        /** Nobody can choose that time. */
        record Refused(Refusal why) implements Outcome {}

        /** Not for these persons, or not any more. */
        record Overtaken() implements Outcome {}
    }

    /** The times at which there is a place for all of these persons of the application. */
    public List<OffsetDateTime> free(Secret secret, Set<Integer> persons) {
        return of(() -> appointments.free(visitors(chosen(secret, persons).values())));
    }

    /** Gives all of them this time, or changes nothing. */
    public Outcome book(Secret secret, Set<Integer> persons, OffsetDateTime at) {
        return tried(() -> {
            Map<Integer, CaseReference> cases = hold(secret, persons);
            if (cases.isEmpty()) {
                return new Outcome.Overtaken();
            }
            Map<CaseReference, Visit> known = new LinkedHashMap<>();
            cases.values().forEach(one -> known.put(one, visits.of(one)));
            if (known.values().stream().allMatch(visit -> visit.isAt(at))) {
                return new Outcome.Done();
            }
            if (!known.values().stream().allMatch(Visit::isOpen)) {
                return new Outcome.Overtaken();
            }
            Optional<Refusal> refusal = appointments.refusal(at);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            if (!appointments.take(at, visitors(cases.values()), CHOSEN)) {
                return new Outcome.Full();
            }
            known.forEach((one, visit) -> {
                boolean first = visit.choice() == Choice.CHOOSE;
                caseFile.journal(
                        one,
                        CHOSEN,
                        first
                                ? "Borgeren har selv valgt tid på statussiden"
                                : "Borgeren har valgt en ny tid på statussiden");
                reception.decide(one, first ? Decision.CHOSEN : Decision.MOVED);
            });
            return new Outcome.Done();
        });
    }

    /** Gives the places of all of them back. */
    public Outcome cancel(Secret secret, Set<Integer> persons) {
        return tried(() -> {
            Map<Integer, CaseReference> cases = hold(secret, persons);
            if (cases.isEmpty()
                    || !cases.values().stream().allMatch(one -> visits.of(one).choice() == Choice.CHANGE)) {
                return new Outcome.Overtaken();
            }
            for (CaseReference one : cases.values()) {
                appointments.cancel(one, CANCELLED);
                caseFile.journal(one, CANCELLED, "Borgeren har meldt afbud på statussiden");
                reception.decide(one, Decision.CANCELLED);
            }
            return new Outcome.Done();
        });
    }

    /** What a calendar calls the person's appointment, the first and each later one; nobody can guess it. */
    public String uid(Secret secret, int no) {
        String person = links.open(secret).orElseThrow().application() + "/" + no;
        return UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** How long an appointment is shown in a calendar. */
    public Duration length() {
        return appointments.slot();
    }

    /** Whoever loses a race with a job of the engine tries again; with a person, finds what that person has done. */
    private Outcome tried(Supplier<Outcome> attempt) {
        for (int i = 1; i < TRIES; i++) {
            try {
                return of(attempt);
            } catch (Overtaken again) {
                Thread.yield();
            }
        }
        try {
            return of(attempt);
        } catch (Overtaken last) {
            return new Outcome.Overtaken();
        }
    }

    private <T> T of(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private List<Visitor> visitors(Collection<CaseReference> cases) {
        return cases.stream()
                .map(one -> new Visitor(one, reception.waiting(one).forResidenceDocument()))
                .toList();
    }

    /** The cases of these persons, held until the transaction ends; none if one of them is not of the application. */
    private Map<Integer, CaseReference> hold(Secret secret, Set<Integer> persons) {
        Map<Integer, CaseReference> chosen = chosen(secret, persons);
        chosen.values().stream()
                .sorted(Comparator.comparing(CaseReference::value))
                .forEach(caseFile::lock);
        return chosen;
    }

    private Map<Integer, CaseReference> chosen(Secret secret, Set<Integer> persons) {
        List<CaseReference> cases = links.open(secret)
                .map(opened -> links.cases(opened.application()))
                .orElse(List.of());
        Map<Integer, CaseReference> chosen = new TreeMap<>();
        persons.stream().filter(no -> no >= 1 && no <= cases.size()).forEach(no -> chosen.put(no, cases.get(no - 1)));
        return chosen.size() == persons.size() ? chosen : Map.of();
    }
}
