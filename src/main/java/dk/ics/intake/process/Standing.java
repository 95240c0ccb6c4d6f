package dk.ics.intake.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a case stood when its intake ended before its end, and with what another one goes on.
 *
 * @param stage {@code placement}: nothing has happened at the desk, so it is assessed anew; {@code desk}: the citizen has
 *     been here; {@code registered}: only what follows the number is left
 * @param activities of the intake to begin with; none at the stage of placement
 * @param variables what the new intake knows of the old one
 */
record Standing(String stage, List<String> activities, Map<String, Object> variables) {

    /** What the case file says about how far each service has come. */
    static final List<String> FACTS = List.of("healthCardOrderedAt", "mitIdCreatedAt", "taxReceiptNumber");

    static final String PLACEMENT = "placement";

    /** The outcome that says a service has ended, whichever way; those before the number and those after it. */
    private static final Map<String, RoutingVariable> ENDED_WHEN = Map.of(
            "healthCard", RoutingVariable.HEALTH_CARD_OUTCOME,
            "mitId", RoutingVariable.MIT_ID_OUTCOME,
            "taxCard", RoutingVariable.TAX_OUTCOME,
            "unemploymentBenefit", RoutingVariable.BENEFIT_OUTCOME,
            "guidance", RoutingVariable.GUIDANCE_OUTCOME);

    /** The call activities of the services that wait for no number; each runs beside the visit. */
    private static final Map<String, String> BESIDE_THE_VISIT =
            Map.of("taxCard", "taxApplication", "unemploymentBenefit", "unemploymentBenefit", "guidance", "guidance");

    private static final Map<String, String> DELIVERED_WHEN =
            Map.of("healthCard", "healthCardOrderedAt", "mitId", "mitIdCreatedAt", "taxCard", "taxReceiptNumber");

    private static final List<String> UP_TO_THE_NUMBER = List.of("residenceDocument", "identityControl", "cprNumber");

    /** Said by the old intake about its own place or end. */
    private static final List<RoutingVariable> LEFT_BEHIND = List.of(
            RoutingVariable.MUNICIPALITY,
            RoutingVariable.MUNICIPALITY_NAME,
            RoutingVariable.SERVICE,
            RoutingVariable.STOP_REASON);

    /**
     * @param known the old intake's variables
     * @param hasNumber whether a personal number is issued
     * @param facts of {@link #FACTS}
     */
    static Standing of(Map<String, Object> known, boolean hasNumber, Map<String, Object> facts) {
        Map<String, Object> variables = new HashMap<>(known);
        LEFT_BEHIND.forEach(variable -> variables.remove(variable.key()));
        List<String> services = codes(known, RoutingVariable.SERVICES);
        List<String> delivered = new ArrayList<>(codes(known, RoutingVariable.DELIVERED_SERVICES));
        List<String> left = new ArrayList<>(services);
        DELIVERED_WHEN.forEach((service, fact) -> {
            if (services.contains(service) && facts.containsKey(fact)) {
                delivered.add(service);
                left.remove(service);
            }
        });
        if (hasNumber) {
            left.removeAll(UP_TO_THE_NUMBER);
            UP_TO_THE_NUMBER.stream().filter(services::contains).forEach(delivered::add);
        }
        variables.put(RoutingVariable.SERVICES.key(), String.join(",", left));
        variables.put(RoutingVariable.DELIVERED_SERVICES.key(), String.join(",", delivered));
        boolean attended = "attended".equals(known.get(RoutingVariable.ATTENDANCE_OUTCOME.key()));
        if (!hasNumber && !attended) {
            return new Standing(PLACEMENT, List.of(), Map.of());
        }
        List<String> activities = new ArrayList<>();
        activities.add(hasNumber ? "followUpServices" : desk(known, services));
        BESIDE_THE_VISIT.forEach((service, activity) -> {
            if (left.contains(service) && !hasEnded(service, known)) {
                activities.add(activity);
            }
        });
        if (hasNumber) {
            // What has ended without being delivered (postponed, refused) is not begun again.
            left.removeIf(service -> hasEnded(service, known));
            variables.put(RoutingVariable.SERVICES.key(), String.join(",", left));
        }
        return new Standing(hasNumber ? "registered" : "desk", activities, variables);
    }

    private static boolean hasEnded(String service, Map<String, Object> known) {
        RoutingVariable outcome = ENDED_WHEN.get(service);
        return outcome != null && known.containsKey(outcome.key());
    }

    private static String desk(Map<String, Object> known, List<String> services) {
        if ("approved".equals(known.get(RoutingVariable.IDENTITY_OUTCOME.key()))) {
            return "cprRegistration";
        }
        boolean residenceSettled = !services.contains("residenceDocument")
                || "granted".equals(known.get(RoutingVariable.RESIDENCE_OUTCOME.key()));
        return residenceSettled ? "identityControl" : "euResidence";
    }

    private static List<String> codes(Map<String, Object> known, RoutingVariable variable) {
        return known.get(variable.key()) instanceof String list && !list.isEmpty()
                ? Arrays.asList(list.split(","))
                : List.of();
    }
}
