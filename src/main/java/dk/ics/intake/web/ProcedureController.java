package dk.ics.intake.web;

import dk.ics.intake.procedure.Procedure;
import dk.ics.intake.procedure.ProcedureEntry;
import dk.ics.intake.procedure.Procedures;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.procedure.RequirementTables;
import dk.ics.intake.time.DanishCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of procedures, for a supervisor to put versions in force. Who may call it stands in the table of rights. */
@RestController
@RequestMapping(path = "/camunda/api/ics/procedures", produces = "application/json")
class ProcedureController {

    private static final Set<String> FIELDS = Set.of("version", "title", "changes", "decisionVersion", "validFrom");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");

    private final Procedures procedures;
    private final RequirementTables tables;
    private final DanishCalendar calendar;

    ProcedureController(Procedures procedures, RequirementTables tables, DanishCalendar calendar) {
        this.procedures = procedures;
        this.tables = tables;
        this.calendar = calendar;
    }

    /** A procedure and whether it is the one that holds today. */
    record Shown(Procedure procedure, boolean inForce) {}

    /** A requirement with what caseworkers read at it. */
    record Asked(String code, String label) {}

    /** A deployed version of the decision. */
    record Decision(int version, Instant deployedAt, boolean canBeFollowed, List<Asked> requirements) {}

    /** All versions, the newest first. */
    @GetMapping
    List<Shown> list() {
        Procedure now = procedures.inForce();
        return procedures.all().stream()
                .map(procedure -> new Shown(procedure, procedure.equals(now)))
                .toList();
    }

    /** The versions of the decision that a procedure can follow, the newest first. */
    @GetMapping("/decisions")
    List<Decision> decisions() {
        return tables.versions().stream()
                .map(version -> new Decision(
                        version.version(),
                        version.deployedAt(),
                        procedures.canFollow(version.version()),
                        asked(tables.codes(version.version()))))
                .toList();
    }

    /** Puts a version in force from a day on, today at the earliest. */
    @PostMapping(consumes = "application/json")
    ResponseEntity<Procedure> putInForce(@RequestBody byte[] body, Authentication caller) {
        RegisterReader read = RegisterReader.of(body, FIELDS);
        String version = read.code(
                "version", VERSION, "Skriv en udgave på højst 20 tegn: bogstaver, tal, punktum og bindestreg.");
        String title = read.text("title", 100);
        String changes = read.text("changes", 2000);
        int decision = read.number("decisionVersion", 1, 100_000);
        LocalDate from = read.day("validFrom");
        read.when(
                from != null && from.isBefore(calendar.today()),
                "validFrom",
                "En forretningsgang kan tidligst gælde fra i dag.");
        read.when(procedures.find(version).isPresent(), "version", "Udgaven findes allerede. Giv den et nyt nummer.");
        read.refuse();
        if (!procedures.canFollow(decision)) {
            throw RegisterRefused.at(
                    "decisionVersion", "Udgaven af minimumskravene findes ikke, eller formularen kan ikke følge den.");
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(procedures.putInForce(
                        new ProcedureEntry(version, title, changes, decision, Objects.requireNonNull(from)),
                        caller.getName()));
    }

    private static List<Asked> asked(Set<String> codes) {
        return Arrays.stream(Requirement.values())
                .filter(requirement -> codes.contains(requirement.code()))
                .map(requirement -> new Asked(requirement.code(), requirement.label()))
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RegisterRefused refused) {
        return ResponseEntity.status(refused.status()).body(refused.body());
    }

    /** Somebody else was faster: the one constraint that a well-formed procedure can break. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> twice(DataIntegrityViolationException twice) {
        return refused(RegisterRefused.at("version", "Udgaven findes allerede. Giv den et nyt nummer."));
    }
}
