package dk.ics.intake.web;

import dk.ics.intake.process.SupervisionStart;
import dk.ics.intake.process.rights.Accounts;
import dk.ics.intake.process.rights.Role;
import dk.ics.intake.supervision.Risk;
import dk.ics.intake.supervision.SupervisedItem;
import dk.ics.intake.supervision.Supervision;
import dk.ics.intake.supervision.SupervisionPeriod;
import dk.ics.intake.supervision.Supervisions;
import dk.ics.intake.supervision.Supervisors;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The supervisions and how far they are, for supervisors. Who may call it stands in the table of rights; of a supervision
 * one sees the controls of the municipalities one sees.
 */
@RestController
@RequestMapping(path = "/camunda/api/ics/supervisions", produces = "application/json")
class SupervisionController {

    private static final Set<String> FIELDS = Set.of("periodFrom", "periodTo", "seed");

    private final Supervisions supervisions;
    private final Supervisors supervisors;
    private final SupervisionStart start;
    private final Accounts accounts;
    private final DanishCalendar calendar;

    SupervisionController(
            Supervisions supervisions,
            Supervisors supervisors,
            SupervisionStart start,
            Accounts accounts,
            DanishCalendar calendar) {
        this.supervisions = supervisions;
        this.supervisors = supervisors;
        this.start = start;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /**
     * A control that was drawn.
     *
     * @param risks in Danish
     * @param state {@code open}, {@code followUp} or {@code closed}
     * @param waitsForAnother whether every supervisor had a part in the control, so that nobody can go on with it
     */
    record Item(SupervisedItem item, List<String> risks, String state, boolean waitsForAnother) {}

    record Whole(Supervision supervision, List<Item> items) {}

    /** All, the newest first. */
    @GetMapping
    List<Supervision> list() {
        return supervisions.all();
    }

    @GetMapping("/{number}")
    Whole one(@PathVariable String number, Authentication caller) {
        Supervision supervision = number(number).flatMap(supervisions::find).orElseThrow(RegisterRefused::unknown);
        List<String> seen = accounts.find(caller.getName())
                .map(account -> account.tenants())
                .orElse(List.of());
        Set<String> members = accounts.membersOf(Role.SUPERVISOR.group()).keySet();
        return new Whole(
                supervision,
                supervisions.items(supervision.number()).stream()
                        .filter(item -> seen.contains(item.municipality().value()))
                        .map(item -> new Item(item, risks(item), item.state(), waits(item, members)))
                        .toList());
    }

    /** Starts an extra supervision; answers with it and its sample. */
    @PostMapping(consumes = "application/json")
    ResponseEntity<Whole> begin(@RequestBody byte[] body, Authentication caller) {
        RegisterReader read = RegisterReader.of(body, FIELDS);
        LocalDate from = read.day("periodFrom");
        LocalDate to = read.day("periodTo");
        String seed = read.has("seed")
                ? read.code(
                        "seed",
                        SupervisionPeriod.SEED,
                        "Skriv startværdien som 64 tegn: tallene 0-9 og bogstaverne a-f.")
                : null;
        read.refuse();
        SupervisionPeriod period =
                new SupervisionPeriod(Objects.requireNonNull(from), Objects.requireNonNull(to), seed);
        period.problems(calendar.today()).forEach(problem -> read.problem(problem.key(), problem.message()));
        read.refuse();
        long number = start.begin(null, period).number();
        return ResponseEntity.status(HttpStatus.CREATED).body(one(Long.toString(number), caller));
    }

    private static List<String> risks(SupervisedItem item) {
        return item.risks().stream().map(risk -> Risk.of(risk).danishName()).toList();
    }

    private boolean waits(SupervisedItem item, Set<String> members) {
        return !item.state().equals("closed")
                && members.stream().allMatch(member -> supervisors.isKeptFrom(item.caseReference(), member));
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RegisterRefused refused) {
        return ResponseEntity.status(refused.status()).body(refused.body());
    }
}
