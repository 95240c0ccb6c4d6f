package dk.ics.intake.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * What an authority says later about a forwarding.
 *
 * @param receiptId the authority's own id: it may send the same receipt several times
 * @param content what depends on the authority, for example its decision
 */
public record Receipt(Authority authority, String receiptId, UUID forwardingId, ReceiptKind kind, JsonNode content) {

    /** Masked: without the content. */
    @Override
    public String toString() {
        return "Receipt[" + authority.code() + " " + receiptId + " " + kind + "]";
    }
}
