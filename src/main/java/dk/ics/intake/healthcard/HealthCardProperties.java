package dk.ics.intake.healthcard;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.health-card}: within which distance a practice must take a patient in. Which municipalities are the capital
 * area is nowhere said, so it is a setting.
 *
 * @param distanceKm kilometres from the citizen's address
 * @param capitalDistanceKm the same in the capital area
 * @param capitalMunicipalities codes of the municipalities of the capital area
 */
@ConfigurationProperties("ics.health-card")
record HealthCardProperties(
        @DefaultValue("15") double distanceKm,
        @DefaultValue("5") double capitalDistanceKm,

        @DefaultValue({
            "0101", "0147", "0151", "0153", "0155", "0157", "0159", "0161", "0163", "0165", "0167", "0169", "0173",
            "0175", "0183", "0185", "0187"
        })
        Set<String> capitalMunicipalities) {

    double distanceIn(String municipality) {
        return capitalMunicipalities.contains(municipality) ? capitalDistanceKm : distanceKm;
    }
}
