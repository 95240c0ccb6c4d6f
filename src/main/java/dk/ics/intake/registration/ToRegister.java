package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            "addressLine",
            "coName",
            "postalCode",
            "city",
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

    ToRegister(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    Facts facts(CaseReference reference) {
        Map<String, Object> person = caseFile.read(reference, KEYS);
        Object status = person.get("maritalStatus");
        return citizen.facts(reference)
                .add("Køn", person.containsKey("sex") ? "male".equals(person.get("sex")) ? "Mand" : "Kvinde" : null)
                .add("Fødested", joined(person, "birthPlace", null, "birthCountry"))
                .add("Oplyst dansk nummer", person.get("danishPersonalNumber"))
                .add("Personnummer i hjemlandet", person.get("foreignPersonalNumber"))
                .add("Indrejse", person.get("arrivalDate"))
                .add("Flytter fra", joined(person, "previousAddress", null, "previousCountry"))
                .add("Flytter til", joined(person, "addressLine", "coName", null) + place(person))
                .add("Civilstand", status == null ? null : MARITAL.getOrDefault(status.toString(), status.toString()))
                .add("Medlem af folkekirken", person.get("churchMember"));
    }

    private static String place(Map<String, Object> person) {
        return person.containsKey("postalCode")
                ? ", " + person.get("postalCode") + " " + person.getOrDefault("city", "")
                : "";
    }

    private static String joined(
            Map<String, Object> person, String text, @Nullable String addition, @Nullable String country) {
        return Stream.of(
                        Optional.ofNullable(person.get(text)),
                        Optional.ofNullable(addition).map(person::get).map(name -> "c/o " + name),
                        Optional.ofNullable(country).map(person::get).map(Citizen::countryName))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
