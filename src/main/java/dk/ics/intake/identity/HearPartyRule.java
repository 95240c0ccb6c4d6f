package dk.ics.intake.identity;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Hør borgeren«: the citizen sees what the refusal would rest on and has time to answer (forvaltningsloven § 19). */
@Component
class HearPartyRule implements FormRule {

    /** Of the forms of the first versions, whose hearing is written by hand; a letter says the rest itself. */
    private static final String DRAFT = """
            Kommunen er i tvivl om din identitet og overvejer at give afslag på at godkende den.

            Kommunen lægger vægt på: %s

            Du kan komme med bemærkninger eller fremlægge andre dokumenter, før sagen afgøres. \
            Svarer du ikke inden fristen, afgør kommunen sagen på de oplysninger, den har.""";

    private final FirstControl firstControl;
    private final NidcFacts nidc;
    private final Hearings hearings;
    private final CaseFile caseFile;
    private final IdentityProperties properties;
    private final DanishCalendar calendar;
    private final Clock clock;

    HearPartyRule(
            FirstControl firstControl,
            NidcFacts nidc,
            Hearings hearings,
            CaseFile caseFile,
            IdentityProperties properties,
            DanishCalendar calendar,
            Clock clock) {
        this.firstControl = firstControl;
        this.nidc = nidc;
        this.hearings = hearings;
        this.caseFile = caseFile;
        this.properties = properties;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "hearParty";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Object findings =
                caseFile.read(reference, List.of("examinationFindings")).getOrDefault("examinationFindings", "…");
        return Map.of(
                "facts",
                        firstControl
                                .facts(reference)
                                .add("Undersøgelsen", findings)
                                .rows(),
                "nidc", nidc.answer(reference).rows(),
                "hearingText", DRAFT.formatted(findings),
                "hearingGrounds", findings,
                "hearingDeadline", calendar.workingDayFrom(calendar.today().plusDays(properties.hearingDays())));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        LocalDate deadline = (LocalDate) submission.values().get("hearingDeadline");
        return new Problems(submission.values())
                .when(
                        deadline != null && !deadline.isAfter(calendar.today()),
                        "hearingDeadline",
                        "Fristen skal ligge efter i dag, så borgeren kan nå at svare.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        hearings.begin(submission.reference(), new Act(formId(), submission.userId(), null));
        return Map.of("heardBy", submission.userId(), "heardAt", OffsetDateTime.now(clock));
    }
}
