package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** »Registrér borgeren«: particulars of CPR-loven § 20 for somebody who phoned, wrote or came. */
@Component
class RegisterPersonRule implements FormRule {

    private final Municipalities municipalities;
    private final DanishCalendar calendar;

    RegisterPersonRule(Municipalities municipalities, DanishCalendar calendar) {
        this.municipalities = municipalities;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "registerPerson";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("countries", Choices.countries(), "municipalities", places());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> values = submission.values();
        return PersonParticulars.plausible(values, calendar.today())
                .when(
                        values.get("email") == null && values.get("phone") == null,
                        "email",
                        "Skriv en e-mail eller et telefonnummer, så borgeren kan få besked.")
                .found();
    }

    /** The host first, then the partners in Danish order; last the place that nobody knows yet. */
    private List<Map<String, Object>> places() {
        Comparator<MunicipalityCode> danishOrder =
                Comparator.comparing(MunicipalityCode::name, Collator.getInstance(Locale.forLanguageTag("da")));
        Stream<MunicipalityCode> partners = municipalities.served().stream()
                .filter(municipalities::isPartner)
                .sorted(danishOrder);
        return Stream.of(Stream.of(Municipalities.HOST), partners, Stream.of(MunicipalityCode.UNKNOWN))
                .flatMap(places -> places)
                .map(place -> Choices.option(place.value(), place.name()))
                .toList();
    }
}
