package dk.ics.intake.terms;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CitizenGroup;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The terms of a case, and its deadlines by law. */
@Service
public class CaseTerms {

    /** Code of the deadline for notifying the move (CPR-loven § 16; five days). */
    public static final String NOTIFICATION = "notification";

    /** Code of the deadline for having an EU residence document (three months; jobseekers six). */
    public static final String RESIDENCE_DOCUMENT = "residenceDocument";

    private static final List<String> KEYS = List.of(
            "previousCountry", "housingFrom", "residenceIssuedOn", "holdsResidenceDocument", "previouslyResident");

    private final CaseFile caseFile;
    private final RegistrationTerms terms;
    private final RegistrationDates dates;
    private final Deadlines deadlines;
    private final DanishCalendar calendar;

    CaseTerms(
            CaseFile caseFile,
            RegistrationTerms terms,
            RegistrationDates dates,
            Deadlines deadlines,
            DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.terms = terms;
        this.dates = dates;
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public Terms of(CaseReference reference) {
        return of(reference, person(reference));
    }

    /** The day from which the move is registered if nothing speaks against it; empty without an arrival. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> effectiveDate(CaseReference reference) {
        Map<String, Object> person = person(reference);
        return dates.effective(of(reference, person), person);
    }

    /**
     * Notes in the case file by when the law wants what; a deadline that no longer holds is taken away. Somebody who has
     * arrived has notified the move by applying; who has not does so by turning up.
     */
    @Transactional
    public void noteDeadlines(CaseReference reference) {
        Map<String, Object> person = person(reference);
        Terms terms = of(reference, person);
        note(reference, NOTIFICATION, dates.notificationDue(terms, person));
        if (person.get("arrivalDate") instanceof LocalDate arrival && !arrival.isAfter(calendar.today())) {
            deadlines.meet(reference, NOTIFICATION);
        }
        boolean stays = terms.claim().equals("right") || terms.claim().equals("duty");
        note(reference, RESIDENCE_DOCUMENT, stays ? dates.documentDue(terms, person) : Optional.empty());
        // Who has left needs a new document (international.aarhus.dk, »If you already have a CPR number«).
        if (Boolean.TRUE.equals(person.get("holdsResidenceDocument"))
                && !Boolean.TRUE.equals(person.get("previouslyResident"))) {
            deadlines.meet(reference, RESIDENCE_DOCUMENT);
        }
    }

    private void note(CaseReference reference, String code, Optional<LocalDate> due) {
        Optional<LocalDate> noted = deadlines.of(reference).stream()
                .filter(deadline -> deadline.code().equals(code))
                .map(deadline -> deadline.due())
                .findFirst();
        if (due.isEmpty()) {
            deadlines.drop(reference, code);
        } else if (!due.equals(noted)) {
            deadlines.set(reference, code, due.get());
        }
    }

    private Terms of(CaseReference reference, Map<String, Object> person) {
        boolean fromNordic = CitizenGroup.isNordicCountry(
                person.getOrDefault("previousCountry", "").toString());
        return terms.of(caseFile.get(reference).category(), StayLength.of(person), fromNordic);
    }

    private Map<String, Object> person(CaseReference reference) {
        List<String> keys = new ArrayList<>(StayLength.KEYS);
        keys.addAll(KEYS);
        return caseFile.read(reference, keys);
    }
}
