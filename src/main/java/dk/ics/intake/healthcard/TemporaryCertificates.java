package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.letter.Letters;
import dk.ics.intake.time.DanishCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificate on paper that stands in for the card until it comes. It is handed out at the desk, never mailed: it
 * bears the personal number. The one place at which a document is issued with the order.
 */
@Service
public class TemporaryCertificates {

    private static final String STEP = "issueTemporaryCertificate";
    private static final List<String> KEYS = List.of(
            "temporaryCertificate",
            "temporaryCertificateIssuedOn",
            "givenNames",
            "familyName",
            "cprNumber",
            "insuranceGroup",
            "doctorName",
            "doctorAddress");

    private final CaseFile caseFile;
    private final Letters letters;
    private final DanishCalendar calendar;

    TemporaryCertificates(CaseFile caseFile, Letters letters, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.letters = letters;
        this.calendar = calendar;
    }

    /** Issues it to a citizen who wants it, once. */
    @Transactional
    public void issue(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        if (!"given".equals(known.get("temporaryCertificate")) || known.containsKey("temporaryCertificateIssuedOn")) {
            return;
        }
        Act act = new Act(STEP, Act.SYSTEM, "issued");
        letters.handOut(reference, DocumentType.TEMPORARY_CERTIFICATE, values(reference, known), act);
        caseFile.write(reference, Map.of("temporaryCertificateIssuedOn", calendar.today()), act);
    }

    private Map<String, Object> values(CaseReference reference, Map<String, Object> known) {
        Map<String, Object> values = new HashMap<>();
        values.put("holder", Citizen.name(known));
        values.put("insuranceGroup", "groupTwo".equals(known.get("insuranceGroup")) ? "2" : "1");
        values.put(
                "doctor",
                Stream.of("doctorName", "doctorAddress")
                        .map(key -> known.getOrDefault(key, "").toString())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")));
        values.put("issuedOn", calendar.today());
        values.put("municipality", caseFile.get(reference).municipality().name());
        if (known.get("cprNumber") instanceof String digits) {
            CprNumber number = new CprNumber(digits);
            values.put(number.isReplacement() ? "replacementNumber" : "cprNumber", number.formatted());
        }
        return values;
    }
}
