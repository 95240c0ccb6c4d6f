package dk.ics.intake.complaint;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every form of a complaint shows: who complains, of what, and what has been answered so far. */
@Component
class ComplaintFacts {

    static final List<String> KEYS = ComplaintFields.complaintFieldSet().fields().stream()
            .map(field -> field.key())
            .toList();

    private static final Map<String, String> CHANNELS = Map.of(
            "digitalPost", "digital post",
            "mail", "e-mail",
            "letter", "brev",
            "inPerson", "personligt",
            "phone", "telefon");

    private final CaseFile caseFile;
    private final Citizen citizen;

    ComplaintFacts(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    Map<String, Object> of(CaseReference reference) {
        return Map.of(
                "facts", citizen.facts(reference).rows(),
                "complaint", rows(caseFile.read(reference, KEYS)).rows());
    }

    /** In the order in which it happened. */
    static Facts rows(Map<String, Object> complaint) {
        Facts rows = new Facts();
        if (complaint.get("complaintDecision") instanceof String decision) {
            rows.add("Der klages over", ComplainedDecision.of(decision).danishName());
        }
        rows.add("Modtaget", complaint.get("complaintReceivedOn"));
        rows.add("Modtaget ved", CHANNELS.get(String.valueOf(complaint.get("complaintChannel"))));
        rows.add("Klagen", complaint.get("complaintText"));
        rows.add("Afgørelsen modtaget af borgeren", complaint.get("complaintDecisionOn"));
        if (Boolean.TRUE.equals(complaint.get("complaintLate"))) {
            rows.add("Klagefrist", "Klagen er modtaget efter fristen");
        }
        rows.add("Vores genvurdering", complaint.get("complaintReasons"));
        rows.add("Frist for bemærkninger", complaint.get("complaintCommentsDue"));
        rows.add("Bemærkninger modtaget", complaint.get("complaintCommentsOn"));
        rows.add("Borgerens bemærkninger", complaint.get("complaintComments"));
        rows.add("Sendt til", complaint.get("complaintSentTo"));
        rows.add("Sendt", complaint.get("complaintSentOn"));
        return rows;
    }
}
