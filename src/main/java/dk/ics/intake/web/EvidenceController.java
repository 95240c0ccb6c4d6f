package dk.ics.intake.web;

import dk.ics.intake.evidence.Finding;
import dk.ics.intake.evidence.Report;
import dk.ics.intake.evidence.Verifications;
import java.net.URI;
import java.time.Instant;
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

    EvidenceController(Verifications verifications) {
        this.verifications = verifications;
    }

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
                    report == null
                            ? List.of()
                            : report.findings().stream().map(ShownFinding::of).toList());
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
