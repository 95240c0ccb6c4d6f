package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The citizen's address as the whole case shows it. The only class of the package that reads an address. */
@Component
class ShownAddress {

    private static final List<String> KEYS = List.of("coName", "addressLine", "postalCode", "city");

    private final CaseFile caseFile;

    ShownAddress(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    List<String> lines(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        List<String> lines = new ArrayList<>();
        if (known.get("coName") instanceof String host) {
            lines.add("c/o " + host);
        }
        if (known.get("addressLine") instanceof String street) {
            street.lines().forEach(lines::add);
        }
        String town = Stream.of("postalCode", "city")
                .map(known::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
        if (!town.isEmpty()) {
            lines.add(town);
        }
        return lines;
    }
}
