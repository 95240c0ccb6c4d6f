package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the case is about, without the address. */
@Component
class CitizenFacts {

    private static final List<String> KEYS = List.of(
            "familyName",
            "givenNames",
            "birthDate",
            "citizenship",
            "cprNumber",
            "danishPersonalNumber",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "identityDocumentExpiry",
            "residenceDocumentNumber",
            "phone",
            "email",
            "language",
            "arrivalDate",
            "employer");

    private final CaseFile caseFile;
    private final CaseNames names;

    CitizenFacts(CaseFile caseFile, CaseNames names) {
        this.caseFile = caseFile;
        this.names = names;
    }

    /** The name stands apart: it is the headline. */
    record Known(String name, Facts facts) {}

    /** What is known; a row that has no value is not there. */
    Known of(CaseReference reference) {
        Map<String, Object> person = caseFile.read(reference, KEYS);
        return new Known(Citizen.name(person), facts(person));
    }

    private Facts facts(Map<String, Object> person) {
        return new Facts()
                .add("Født", person.get("birthDate"))
                .add("Statsborgerskab", Citizen.countryName(person.get("citizenship")))
                .addNumber("CPR-nummer", person.get("cprNumber"))
                .addNumber("Oplyst dansk personnummer", person.get("danishPersonalNumber"))
                .add("Identitetsdokument", document(person))
                .add("Dokumentet gælder til", person.get("identityDocumentExpiry"))
                .add("EU-opholdsdokument", person.get("residenceDocumentNumber"))
                .add("Telefon", person.get("phone"))
                .add("E-mail", person.get("email"))
                .add("Sprog", named("language", person.get("language")))
                .add("Indrejst", person.get("arrivalDate"))
                .add("Arbejdsgiver", person.get("employer"));
    }

    private String document(Map<String, Object> person) {
        return Stream.of(
                        named("document", person.get("identityDocumentType")),
                        person.get("identityDocumentNumber"),
                        Citizen.countryName(person.get("identityDocumentState")))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private @Nullable String named(String kind, @Nullable Object code) {
        return code == null ? null : names.of(kind, code.toString()).label();
    }
}
