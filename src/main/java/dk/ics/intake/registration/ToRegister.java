package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.ShownAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The particulars that a registration in CPR takes (CPR-loven § 20), for showing. */
@Component
class ToRegister {

    private static final List<String> KEYS = List.of(
            "sex",
            "birthPlace",
            "birthCountry",
            "arrivalDate",
            "previousAddress",
            "previousCountry",
            "maritalStatus",
            "churchMember",
            "danishPersonalNumber",
            "foreignPersonalNumber");
    private static final Map<String, String> MARITAL = Map.of(
            "unmarried",
            "Ugift",
            "married",
            "Gift",
            "divorced",
            "Skilt",
            "widowed",
            "Enke eller enkemand",
            "registeredPartnership",
            "Registreret partnerskab",
            "separated",
            "Separeret");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ShownAddress address;

    ToRegister(CaseFile caseFile, Citizen citizen, ShownAddress address) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.address = address;
    }

    Facts facts(CaseReference reference) {
        Map<String, Object> person = caseFile.read(reference, KEYS);
        Object status = person.get("maritalStatus");
        return citizen.facts(reference)
                .add("Køn", person.containsKey("sex") ? "male".equals(person.get("sex")) ? "Mand" : "Kvinde" : null)
                .add("Fødested", joined(person, "birthPlace", "birthCountry"))
                .addNumber("Oplyst dansk nummer", person.get("danishPersonalNumber"))
                .add("Personnummer i hjemlandet", person.get("foreignPersonalNumber"))
                .add("Indrejse", person.get("arrivalDate"))
                .add("Flytter fra", joined(person, "previousAddress", "previousCountry"))
                .add("Flytter til", address.line(reference))
                .add("Civilstand", status == null ? null : MARITAL.getOrDefault(status.toString(), status.toString()))
                .add("Medlem af folkekirken", person.get("churchMember"));
    }

    private static String joined(Map<String, Object> person, String text, String country) {
        return Stream.of(
                        Optional.ofNullable(person.get(text)),
                        Optional.ofNullable(person.get(country)).map(Citizen::countryName))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
