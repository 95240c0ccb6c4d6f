package dk.ics.intake.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.identity.Mrz;
import dk.ics.intake.identity.Mrz.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells a citizen which machine readable line has to be read again: what its check digits say (ICAO Doc 9303). */
final class ZoneDigits {

    private ZoneDigits() {}

    /** The last digit covers all parts: it says something new only where the others are right. */
    static Optional<Refusal> wrong(String text) {
        String lines = text.toUpperCase(Locale.ROOT);
        Set<Fault> faults = Mrz.faults(lines);
        return faults.stream()
                .filter(fault -> fault != Fault.COMPOSITE || faults.size() == 1)
                .findFirst()
                .map(fault -> fault == Fault.SHAPE
                        ? new Refusal("zone.shape", List.of())
                        : new Refusal(
                                "zone." + fault.name().toLowerCase(Locale.ROOT), List.of(Mrz.lineOf(fault, lines))));
    }
}
