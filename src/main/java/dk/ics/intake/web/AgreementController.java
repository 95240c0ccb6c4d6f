package dk.ics.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.agreement.Agreement;
import dk.ics.intake.agreement.AgreementChange;
import dk.ics.intake.agreement.AgreementEntry;
import dk.ics.intake.agreement.Agreements;
import dk.ics.intake.municipality.MunicipalityCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The agreements on who is served here, for the administrator to keep. Who may call it stands in the table of rights. */
@RestController
@RequestMapping(path = "/camunda/api/ics/agreements", produces = "application/json")
class AgreementController {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 20_000;

    private final Agreements agreements;

    AgreementController(Agreements agreements) {
        this.agreements = agreements;
    }

    /** An agreement with the municipality's name. */
    record Shown(Agreement agreement, String municipalityName) {

        static Shown of(Agreement agreement) {
            return new Shown(agreement, agreement.municipality().name());
        }
    }

    /** All agreements of a municipality, also past and future ones. */
    @GetMapping
    List<Shown> list(@RequestParam String municipality) {
        if (!MunicipalityCode.isValid(municipality)) {
            throw RegisterRefused.at("municipality", AgreementReader.NO_MUNICIPALITY);
        }
        return agreements.of(new MunicipalityCode(municipality)).stream()
                .map(Shown::of)
                .toList();
    }

    @GetMapping("/{id}/changes")
    List<AgreementChange> changes(@PathVariable String id) {
        return agreements.changesOf(known(id).id());
    }

    /** Concludes an agreement on each of the services for each of the categories; all or none. */
    @PostMapping(consumes = "application/json")
    ResponseEntity<List<Shown>> conclude(@RequestBody byte[] body, Authentication caller) {
        AgreementEntry entry = AgreementReader.entry(tree(body));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(agreements.conclude(entry, caller.getName()).stream()
                        .map(Shown::of)
                        .toList());
    }

    /** Gives the agreement another period or reservation. */
    @PutMapping(path = "/{id}", consumes = "application/json")
    Shown change(@PathVariable String id, @RequestBody byte[] body, Authentication caller) {
        Agreement agreement = known(id);
        AgreementReader.Terms terms = AgreementReader.terms(tree(body));
        return Shown.of(agreements.change(
                agreement.id(), terms.validFrom(), terms.validTo(), terms.reservation(), caller.getName()));
    }

    private Agreement known(String id) {
        return uuid(id).flatMap(agreements::find).orElseThrow(RegisterRefused::unknown);
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = body.length > LARGEST ? null : JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException notJson) {
            throw RegisterRefused.unreadable();
        }
        throw RegisterRefused.unreadable();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RegisterRefused refused) {
        return ResponseEntity.status(refused.status()).body(refused.body());
    }

    /** The one constraint that a well-formed agreement can break. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> overlaps(DataIntegrityViolationException overlap) {
        return refused(RegisterRefused.at(
                "validFrom",
                "Perioden overlapper en aftale, der allerede står for samme kommune, kategori og ydelse."));
    }
}
