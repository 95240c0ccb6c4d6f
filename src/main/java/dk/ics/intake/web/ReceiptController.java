package dk.ics.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.Receipt;
import dk.ics.intake.authority.ReceiptKind;
import dk.ics.intake.process.Receipts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where authorities send their receipts: {@code POST /api/receipts/{authority}}, each with its own secret. */
@RestController
class ReceiptController {

    private static final int LARGEST_RECEIPT = 64 * 1024;
    private static final String BEARER = "Bearer ";

    private final Authorities authorities;
    private final Receipts receipts;
    private final ObjectMapper json;

    ReceiptController(Authorities authorities, Receipts receipts, ObjectMapper json) {
        this.authorities = authorities;
        this.receipts = receipts;
        this.json = json;
    }

    /** 202 once it is kept, for a repetition and for an unknown forwarding too; 400, 401, 404 or 413 otherwise. */
    @PostMapping("/api/receipts/{authority}")
    ResponseEntity<Map<String, String>> take(
            @PathVariable String authority,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        Optional<Authority> sender = Authority.of(authority);
        if (sender.isEmpty()) {
            return refused(HttpStatus.NOT_FOUND, "Myndigheden findes ikke");
        }
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !authorities.isSecretOf(sender.get(), authorization.substring(BEARER.length()))) {
            return refused(HttpStatus.UNAUTHORIZED, "Nøglen er ikke myndighedens");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_RECEIPT + 1);
        if (body.length > LARGEST_RECEIPT) {
            return refused(HttpStatus.PAYLOAD_TOO_LARGE, "Kvitteringen er for stor");
        }
        Optional<Receipt> receipt = read(sender.get(), body);
        if (receipt.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "Kvitteringen kan ikke læses");
        }
        receipts.take(receipt.get());
        return ResponseEntity.accepted().body(Map.of("receiptId", receipt.get().receiptId()));
    }

    private Optional<Receipt> read(Authority authority, byte[] body) {
        try {
            JsonNode receipt = json.readTree(body);
            String id = receipt.path("receiptId").asText();
            JsonNode content = receipt.path("content");
            if (!id.matches("[A-Za-z0-9._:-]{1,100}") || !(content.isObject() || content.isMissingNode())) {
                return Optional.empty();
            }
            return Optional.of(new Receipt(
                    authority,
                    id,
                    UUID.fromString(receipt.path("forwardingId").asText()),
                    ReceiptKind.valueOf(receipt.path("kind").asText()),
                    content.isObject() ? content : json.createObjectNode()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Map<String, String>> refused(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(Map.of("type", "ReceiptRefused", "message", message));
    }
}
