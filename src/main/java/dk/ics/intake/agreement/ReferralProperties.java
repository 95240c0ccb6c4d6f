package dk.ics.intake.agreement;

import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.referral}: where citizens go who are not served here.
 *
 * @param place what stands for a municipality without a text of its own; {@code %s} is its name
 * @param places name and contact by the municipality's code
 */
@ConfigurationProperties("ics.referral")
public record ReferralProperties(
        @DefaultValue("Borgerservice i %s Kommune") String place,
        @DefaultValue Map<String, String> places) {

    /** Where citizens of the municipality go; empty while it is unknown. */
    public String of(MunicipalityCode municipality) {
        return municipality.isKnown()
                ? places.getOrDefault(municipality.value(), place.formatted(municipality.name()))
                : "";
    }
}
