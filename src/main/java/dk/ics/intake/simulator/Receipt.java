package dk.ics.intake.simulator;

import java.util.Map;

/**
 * What an authority sends back later.
 *
 * @param kind as in SF2900: MODTAGET, AFLEVERET, ACCEPTERET, AFVIST or FEJLET
 */
public record Receipt(String receiptId, String forwardingId, String kind, Map<String, ?> content) {}
