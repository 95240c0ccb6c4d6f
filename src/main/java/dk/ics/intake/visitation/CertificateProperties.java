package dk.ics.intake.visitation;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.certificates}: what foreign certificates need. From older pages on citizenship and marriage (uim.dk;
 * statsforvaltningen.dk), which municipal practice follows; to be checked by whoever runs it.
 *
 * @param shown whether caseworkers are told at all
 * @param languages Danish names of the languages that need no translation
 * @param withoutLegalisation countries, ISO 3166-1 alpha-3, whose certificates need neither apostille nor legalisation
 */
@ConfigurationProperties("ics.certificates")
record CertificateProperties(
        @DefaultValue("true") boolean shown,
        @DefaultValue("dansk, engelsk eller tysk") String languages,

        @DefaultValue({
            "ALA", "AND", "AUT", "BEL", "BGR", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA",
            "FRO", "GBR", "GRC", "GRL", "HRV", "HUN", "IRL", "ISL", "ITA", "LIE", "LTU", "LUX", "LVA", "MCO",
            "MDA", "MKD", "MLT", "MNE", "NLD", "NOR", "POL", "PRT", "ROU", "SMR", "SRB", "SVK", "SVN", "SWE",
            "VAT", "USA", "CAN", "AUS", "NZL", "TUR"
        })
        Set<String> withoutLegalisation) {}
