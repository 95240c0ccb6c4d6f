package dk.ics.intake.web;

import dk.ics.intake.process.Failures;
import dk.ics.intake.process.rights.Account;
import dk.ics.intake.report.ComplianceReport;
import dk.ics.intake.report.ComplianceReports;
import dk.ics.intake.report.ControlDocumentation;
import dk.ics.intake.report.ControlRecords;
import dk.ics.intake.report.Period;
import dk.ics.intake.search.Searcher;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The control record of a case and the compliance report of a period, as JSON or as PDF, as the caller accepts. Both are
 * {@code POST}: a look-up of a person is logged, and no address names a case. Who may call it stands in the table of rights.
 */
@RestController
@RequestMapping(
        path = "/camunda/api/ics/reports",
        consumes = "application/json",
        produces = {"application/json", "application/pdf"})
class ReportController {

    private static final Pattern ANYTHING = Pattern.compile(".{1,40}");

    /** A longer period than anybody is asked for. */
    private static final int MOST_YEARS = 10;

    private final ControlRecords records;
    private final ComplianceReports compliance;
    private final Failures failures;

    ReportController(ControlRecords records, ComplianceReports compliance, Failures failures) {
        this.records = records;
        this.compliance = compliance;
        this.failures = failures;
    }

    /** Takes {@code purpose} and {@code reference}; answers a {@link ControlDocumentation}. */
    @PostMapping("/control-record")
    ResponseEntity<Object> controlRecord(
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Authentication caller) {
        RegisterReader read = RegisterReader.of(body, Set.of("purpose", "reference"));
        String purpose = read.code("purpose", ANYTHING, "Vælg, hvad du skal bruge sagen til.");
        String reference = read.code("reference", ANYTHING, "Skriv sagsnummeret som 2026-000123.");
        read.refuse();
        boolean pdf = isPdf(accept);
        ControlRecords.Answer answer = records.open(searcher(caller), purpose, reference, pdf);
        if (answer instanceof ControlRecords.Answer.Refused refused) {
            throw RegisterRefused.at(refused.problem().key(), refused.problem().message());
        }
        if (!(answer instanceof ControlRecords.Answer.Shown shown)) {
            return json(
                    HttpStatus.NOT_FOUND,
                    Map.of(
                            "type", "CaseNotFound",
                            "message", "Sagen findes ikke, eller du har ikke adgang til den.",
                            "fields", Map.of()));
        }
        return pdf
                ? file("kontroldokumentation.pdf", records.pdf(shown.record()))
                : json(HttpStatus.OK, shown.record());
    }

    /** Takes {@code from} and {@code to}, both included; answers a {@link ComplianceReport}. */
    @PostMapping("/compliance")
    ResponseEntity<Object> compliance(
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Authentication caller) {
        RegisterReader read = RegisterReader.of(body, Set.of("from", "to"));
        LocalDate from = read.day("from");
        LocalDate to = read.day("to");
        if (from != null && to != null) {
            read.when(to.isBefore(from), "to", "Perioden skal slutte samme dag, som den begynder, eller senere.");
            read.when(to.isAfter(from.plusYears(MOST_YEARS)), "to", "Perioden kan højst være på ti år.");
        }
        read.refuse();
        ComplianceReport report =
                compliance.of(new Period(Objects.requireNonNull(from), Objects.requireNonNull(to)), searcher(caller));
        return isPdf(accept)
                ? file("efterlevelse-%s-%s.pdf".formatted(from, to), compliance.pdf(report))
                : json(HttpStatus.OK, report);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RegisterRefused refused) {
        return json(refused.status(), refused.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        String number = failures.log("Drawing a report failed", failure);
        return json(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Map.of(
                        "type", "Failure",
                        "message",
                                "Noget gik galt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s)."
                                        .formatted(number),
                        "fields", Map.of()));
    }

    /** Whether the caller would rather have PDF than JSON. */
    private static boolean isPdf(String accept) {
        List<MediaType> wanted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .filter(type -> type.includes(MediaType.APPLICATION_JSON) || type.includes(MediaType.APPLICATION_PDF))
                .findFirst()
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON))
                .isPresent();
    }

    private static Searcher searcher(Authentication caller) {
        return new Searcher(caller.getName(), ((Account) caller.getPrincipal()).tenants());
    }

    /** Kept by nobody on the way; a refusal is JSON also to who asked for PDF. */
    private static ResponseEntity<Object> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static ResponseEntity<Object> file(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf);
    }
}
