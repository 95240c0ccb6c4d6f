package dk.ics.intake.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The citizen's address as people are shown it: masked while it is protected. Nothing that a person looks at reads an
 * address in another way; other authorities get it as it is, since protection does not shield from them.
 */
@Service
public class ShownAddress {

    /** What stands in the place of a protected address. */
    public static final String MASK = "Beskyttet – vises med et formål i »Find sag«";

    private static final List<String> KEYS = List.of("coName", "addressLine", "postalCode", "city");

    private final CaseFile caseFile;
    private final Protection protection;

    ShownAddress(CaseFile caseFile, Protection protection) {
        this.caseFile = caseFile;
        this.protection = protection;
    }

    /** Whether there is an address that is not to be shown. */
    @Transactional(readOnly = true)
    public boolean isMasked(CaseReference reference) {
        return protection.holds(reference) && !unmasked(reference).isEmpty();
    }

    /** The lines of the address, or the mask; none if the case has no address. */
    @Transactional(readOnly = true)
    public List<String> lines(CaseReference reference) {
        return isMasked(reference) ? List.of(MASK) : unmasked(reference);
    }

    /** The address on one line, or the mask; empty if the case has no address. */
    @Transactional(readOnly = true)
    public String line(CaseReference reference) {
        return String.join(", ", lines(reference));
    }

    /** The value of another field that may hold the citizen's address, or the mask. */
    @Transactional(readOnly = true)
    public Object other(CaseReference reference, Object value) {
        return protection.holds(reference) ? MASK : value;
    }

    /** Which of these fields of the case file are part of an address that is not to be shown. */
    @Transactional(readOnly = true)
    public Set<String> hidden(CaseReference reference, Collection<String> keys) {
        Set<String> ofAddress = keys.stream().filter(KEYS::contains).collect(Collectors.toUnmodifiableSet());
        return ofAddress.isEmpty() || !protection.holds(reference) ? Set.of() : ofAddress;
    }

    /** The lines of the address also when it is protected, for somebody whose purpose is logged. */
    @Transactional(readOnly = true)
    public List<String> unmasked(CaseReference reference) {
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
