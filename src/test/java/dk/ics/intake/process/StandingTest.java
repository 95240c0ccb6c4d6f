package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final String SERVICES =
            "identityControl,cprNumber,healthCard,mitId,taxCard,unemploymentBenefit,guidance";

    @Test
    void services_beside_the_visit_go_on_beside_it() {
        Standing standing = Standing.of(
                Map.of("services", SERVICES, "attendanceOutcome", "attended", "guidanceOutcome", "given"),
                false,
                Map.of());

        assertThat(standing.stage()).isEqualTo("desk");
        assertThat(standing.activities())
                .containsExactlyInAnyOrder("identityControl", "taxApplication", "unemploymentBenefit");
        assertThat(standing.variables()).containsEntry("guidanceOutcome", "given");
    }

    @Test
    void what_has_ended_is_not_begun_again_after_the_number() {
        Standing standing = Standing.of(
                Map.of(
                        "services", SERVICES,
                        "attendanceOutcome", "attended",
                        "benefitOutcome", "notRegistered",
                        "mitIdOutcome", "refused"),
                true,
                Map.of("healthCardOrderedAt", "then", "taxReceiptNumber", "T-1"));

        assertThat(standing.stage()).isEqualTo("registered");
        assertThat(standing.activities()).containsExactlyInAnyOrder("followUpServices", "guidance");
        assertThat(standing.variables()).containsEntry("services", "guidance");
        assertThat(String.valueOf(standing.variables().get("deliveredServices")).split(","))
                .containsExactlyInAnyOrder("identityControl", "cprNumber", "healthCard", "taxCard");
    }

    @Test
    void who_has_not_been_at_the_desk_is_assessed_anew() {
        Standing standing = Standing.of(Map.of("services", SERVICES), false, Map.of());

        assertThat(standing.stage()).isEqualTo(Standing.PLACEMENT);
        assertThat(standing.activities()).isEmpty();
    }
}
