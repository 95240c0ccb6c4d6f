package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Citizen;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a caseworker must look for in certificates of the countries the citizen comes from. */
@Component
class CertificateNotes {

    private static final Set<String> CERTIFICATES = Set.of(
            "marriageCertificate", "divorceCertificate", "deathCertificate", "birthCertificate", "custodyPapers");

    private final CertificateProperties properties;

    CertificateNotes(CertificateProperties properties) {
        this.properties = properties;
    }

    /** One or two Danish sentences; empty if no certificate is asked for. */
    Optional<String> note(Collection<String> papers, Map<String, Object> person) {
        if (!properties.shown() || papers.stream().noneMatch(CERTIFICATES::contains)) {
            return Optional.empty();
        }
        String translation =
                "Attester på andre sprog end " + properties.languages() + " skal have en autoriseret oversættelse.";
        String countries = Stream.of("birthCountry", "previousCountry", "citizenship")
                .map(person::get)
                .filter(country ->
                        country != null && !properties.withoutLegalisation().contains(country.toString()))
                .map(country -> String.valueOf(Citizen.countryName(country)))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(
                countries.isEmpty()
                        ? translation
                        : translation + " Attester fra " + countries + " skal have apostille eller legalisering.");
    }
}
