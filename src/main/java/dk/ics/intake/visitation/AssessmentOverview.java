package dk.ics.intake.visitation;

import dk.ics.intake.agreement.Agreements;
import dk.ics.intake.agreement.ReferralProperties;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Category;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.ServiceCode;
import dk.ics.intake.terms.CaseDates;
import dk.ics.intake.time.DanishCalendar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the visitation sees above the form: the proposal with its reasons, wishes, deadlines and papers. */
@Component
class AssessmentOverview {

    private static final List<String> SHOWN = List.of(
            "channel",
            "missingDocuments",
            "wantsTaxCard",
            "wantsMitId",
            "wantsUnemploymentBenefit",
            "wantsGuidance",
            "holdsResidenceDocument",
            "residenceIssuedOn",
            "correctedFacts",
            "birthCountry",
            "previousCountry",
            "citizenship");

    private static final Map<String, String> CHANNELS = Map.of(
            "phone", "Telefon", "mail", "E-mail", "walkIn", "Personligt fremmøde", "selfService", "Digital ansøgning");

    private static final Map<String, String> NUMBERS = Map.of(
            "stated",
                    "Har oplyst et dansk nummer. Søg det frem, og aftal tid; digital førstegangsansøgning bruges ikke",
            "departed", "Har boet her før. EU-borgere skal have et nyt opholdsdokument. Aftal tid");

    private static final Map<String, String> RESULTS =
            Map.of("served", "Betjenes", "referred", "Henvises", "undecided", "Afgøres af dig");

    private final CaseFile caseFile;
    private final Documents documents;
    private final Proposals proposals;
    private final CertificateNotes certificates;
    private final CaseDates dates;
    private final FamilyAppointments family;
    private final Agreements agreements;
    private final ReferralProperties referral;
    private final DanishCalendar calendar;

    AssessmentOverview(
            CaseFile caseFile,
            Documents documents,
            Proposals proposals,
            CertificateNotes certificates,
            CaseDates dates,
            FamilyAppointments family,
            Agreements agreements,
            ReferralProperties referral,
            DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.documents = documents;
        this.proposals = proposals;
        this.certificates = certificates;
        this.dates = dates;
        this.family = family;
        this.agreements = agreements;
        this.referral = referral;
        this.calendar = calendar;
    }

    List<Map<String, String>> papers(CaseReference reference) {
        return Papers.rows(documents.list(reference));
    }

    Facts facts(CaseReference reference, VisitationFacts.Facts facts, Proposal proposal) {
        Map<String, Object> known = caseFile.read(reference, SHOWN);
        List<String> papers =
                proposals.papers(facts, proposal.isUndecided() ? proposal.entitled() : proposal.services());
        Facts rows = new Facts()
                .add("Set igen, fordi der er rettet", known.get("correctedFacts"))
                .add("Forslag", RESULTS.get(proposal.result()))
                .add("Foreslåede ydelser", ServiceCode.names(proposal.services()))
                .add("Hvorfor", ProposalReasons.sentence(proposal, facts))
                .add("Forbehold i aftalen", reservations(reference, facts, proposal))
                .add("Betjenes ikke her", notServed(reference, proposal))
                .add("Ret til efter reglerne", proposal.isUndecided() ? ServiceCode.names(proposal.entitled()) : null)
                .add("Kommune", caseFile.get(reference).municipality().name())
                .add(
                        "Kategori",
                        Category.find(facts.category())
                                .map(Category::danishName)
                                .orElse(null))
                .add(
                        "Henvendelse",
                        CHANNELS.getOrDefault(known.getOrDefault("channel", "").toString(), ""))
                .add("Tidligere nummer", NUMBERS.get(facts.earlierNumber()))
                .add("Søger skattekort", known.get("wantsTaxCard"))
                .add("Ønsker MitID", known.get("wantsMitId"))
                .add("Medbringer dagpenge (PD U2)", known.get("wantsUnemploymentBenefit"))
                .add("Ønsker vejledning", known.get("wantsGuidance"))
                .add("Har opholdsdokument", known.get("holdsResidenceDocument"))
                .add("Dokumentet er udstedt", known.get("residenceIssuedOn"));
        dates.addTo(rows, reference);
        family.of(reference).addTo(rows);
        return rows.add("Skal vises", Papers.names(String.join(",", papers)))
                .add("Mangler", Papers.names(known.get("missingDocuments")))
                .add("Om attester", certificates.note(papers, known).orElse(null));
    }

    private String reservations(CaseReference reference, VisitationFacts.Facts facts, Proposal proposal) {
        return agreements
                .on(calendar.today(), caseFile.get(reference).municipality(), facts.category())
                .reservationsOf(proposal.entitled());
    }

    /** What the citizen has a right to and gets elsewhere, and where. */
    private @Nullable String notServed(CaseReference reference, Proposal proposal) {
        List<String> elsewhere = proposal.isUndecided()
                ? List.of()
                : proposal.entitled().stream()
                        .filter(service -> !proposal.services().contains(service))
                        .toList();
        return elsewhere.isEmpty() ? null : ServiceCode.names(elsewhere) + ". Henvis til " + place(reference);
    }

    /** Where the citizen goes who is not served here. */
    String place(CaseReference reference) {
        return referral.of(caseFile.get(reference).municipality());
    }
}
