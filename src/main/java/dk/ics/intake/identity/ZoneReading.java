package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a caseworker sees of the machine readable lines while the form is still open. */
@Service
public class ZoneReading {

    private final CaseFile caseFile;
    private final boolean specimens;

    /** @param specimens {@code ics.demo.specimens}: whether documents of the specimens' country {@code UTO} are taken */
    ZoneReading(CaseFile caseFile, @Value("${ics.demo.specimens:false}") boolean specimens) {
        this.caseFile = caseFile;
        this.specimens = specimens;
    }

    /**
     * What was read.
     *
     * @param problems a Danish sentence for each part that cannot be right
     * @param lines both sides, if the lines could be read
     */
    public record Read(List<String> problems, List<ZoneLine> lines) {

        /** What the caseworker has to explain. */
        public List<ZoneLine> differences() {
            return lines.stream().filter(line -> !line.agrees()).toList();
        }
    }

    /** Compares with the application of the case as it stands in the case file. */
    @Transactional(readOnly = true)
    public Read read(CaseReference reference, String text) {
        List<String> faults = ZoneFaults.of(text);
        if (!faults.isEmpty()) {
            return new Read(faults, List.of());
        }
        Mrz mrz = Mrz.parse(text);
        List<String> problems = new ArrayList<>(ZoneFaults.unknownCodes(Zone.of(mrz.value()), specimens));
        return new Read(problems, ZoneComparison.of(mrz, caseFile.read(reference, ZoneComparison.KEYS)));
    }

    boolean takesSpecimens() {
        return specimens;
    }
}
