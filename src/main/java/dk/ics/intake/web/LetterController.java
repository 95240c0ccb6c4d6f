package dk.ics.intake.web;

import dk.ics.intake.letter.PrintQueue;
import dk.ics.intake.letter.PrintQueue.ToPrint;
import dk.ics.intake.process.rights.Account;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The letters to print. The letter itself is opened in its case, by the document's id, and looked at for a purpose. */
@RestController
@RequestMapping(path = "/camunda/api/ics/letters", produces = "application/json")
class LetterController {

    private final PrintQueue letters;

    LetterController(PrintQueue letters) {
        this.letters = letters;
    }

    /** Nothing of a person stands in it. */
    @GetMapping("/to-print")
    List<ToPrint> toPrint(Authentication caller) {
        return letters.waiting(municipalities(caller));
    }

    /** Notes that the caller has printed it; 404 if it is not to be printed, or not any more. */
    @PostMapping("/{id}/printed")
    ResponseEntity<Void> printed(@PathVariable String id, Authentication caller) {
        if (!letters.printed(uuid(id), caller.getName(), municipalities(caller))) {
            throw RegisterRefused.unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static List<String> municipalities(Authentication caller) {
        return ((Account) caller.getPrincipal()).tenants();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw RegisterRefused.unknown();
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RegisterRefused refused) {
        return ResponseEntity.status(refused.status()).body(refused.body());
    }
}
