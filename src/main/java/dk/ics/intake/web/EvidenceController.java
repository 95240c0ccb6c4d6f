package dk.ics.intake.web;

import dk.ics.intake.evidence.Finding;
import dk.ics.intake.evidence.FindingAdvice;
import dk.ics.intake.evidence.LedgerState;
import dk.ics.intake.evidence.LedgerStates;
import dk.ics.intake.evidence.Report;
import dk.ics.intake.evidence.Verifications;
import dk.ics.intake.report.LedgerCheck;
import dk.ics.intake.report.PresentFigures;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verifying the evidence ledger, and its checkpoints for whoever keeps them elsewhere. Who may call it stands in the table
 * of rights.
 */
@RestController
@RequestMapping(path = EvidenceController.PATH, produces = "application/json")
class EvidenceController {

    static final String PATH = "/camunda/api/ics/evidence";

    private static final int MOST_CHECKPOINTS = 500;

    private final Verifications verifications;
    private final LedgerStates states;
    private final PresentFigures figures;
    private final Clock clock;

    EvidenceController(Verifications verifications, LedgerStates states, PresentFigures figures, Clock clock) {
        this.verifications = verifications;
        this.states = states;
        this.figures = figures;
        this.clock = clock;
    }

    /** How the ledger stands, and what its last verification came to, whichever instance did it. */
    record Standing(
            Instant at, LedgerState ledger, @Nullable LedgerCheck lastVerification) {}

    /** How far a verification has come and what it found. */
    record Shown(
            UUID id,
            String startedBy,
            Instant startedAt,
            String state,
            long done,
            long total,
            @Nullable Boolean holds,
            @Nullable Map<?, Long> counts,
            List<ShownKind> kinds,
            List<ShownFinding> findings) {

        static Shown of(Verifications.Run run) {
            Report report = run.report();
            return new Shown(
                    run.id(),
                    run.startedBy(),
                    run.startedAt(),
                    run.state().name(),
                    run.done(),
                    run.total(),
                    report == null ? null : report.holds(),
                    report == null ? null : report.counts(),
                    report == null ? List.of() : ShownKind.of(report),
                    report == null
                            ? List.of()
                            : report.findings().stream().map(ShownFinding::of).toList());
        }
    }

    /** How much of a kind was found, and what to do about it; what is one to act on comes first. */
    record ShownKind(String type, boolean alarm, long count, String text, String advice) {

        static List<ShownKind> of(Report report) {
            return report.counts().entrySet().stream()
                    .map(found -> new ShownKind(
                            found.getKey().name(),
                            found.getKey().isAlarm(),
                            found.getValue(),
                            found.getKey().danishText(),
                            FindingAdvice.of(found.getKey())))
                    .sorted(Comparator.comparing(kind -> !kind.alarm()))
                    .toList();
        }
    }

    /** A finding, and whether it is one to act on. */
    record ShownFinding(
            String type,
            boolean alarm,
            @Nullable String chain,
            @Nullable Integer sequence,
            @Nullable String place,
            String text) {

        static ShownFinding of(Finding finding) {
            return new ShownFinding(
                    finding.type().name(),
                    finding.type().isAlarm(),
                    finding.chain(),
                    finding.sequence(),
                    finding.place(),
                    finding.text());
        }
    }

    @GetMapping("/state")
    Standing state() {
        return new Standing(clock.instant(), states.now(), figures.lastCheck().orElse(null));
    }

    /** Begins a verification; it runs in the background. */
    @PostMapping("/verifications")
    ResponseEntity<Shown> start(Authentication caller) {
        Verifications.Run run = verifications.start(caller.getName());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/verifications/" + run.id()))
                .body(Shown.of(run));
    }

    @GetMapping("/verifications/{id}")
    ResponseEntity<Shown> find(@PathVariable UUID id) {
        return ResponseEntity.of(verifications.find(id).map(Shown::of));
    }

    /** The checkpoints from a number on, in the form of their files, a page at a time. */
    @GetMapping("/checkpoints")
    List<String> checkpoints(@RequestParam(defaultValue = "1") long from) {
        return verifications.checkpoints(from, MOST_CHECKPOINTS);
    }
}
