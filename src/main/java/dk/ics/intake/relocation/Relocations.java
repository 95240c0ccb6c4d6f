package dk.ics.intake.relocation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves of cases between municipalities. */
@Service
public class Relocations {

    private final CaseFile caseFile;
    private final Letters letters;

    Relocations(CaseFile caseFile, Letters letters) {
        this.caseFile = caseFile;
        this.letters = letters;
    }

    /** Where the citizen moves to. */
    @Transactional(readOnly = true)
    public MunicipalityCode destination(CaseReference reference) {
        Object code =
                caseFile.read(reference, List.of("relocationMunicipality")).get("relocationMunicipality");
        if (code == null) {
            throw new IllegalStateException("No move is reported in case " + reference);
        }
        return new MunicipalityCode(code.toString());
    }

    /** Tells the citizen where the case goes on. */
    @Transactional
    public void confirm(CaseReference reference) {
        letters.send(
                reference,
                "confirmRelocation",
                Map.of("municipality", destination(reference).name()));
    }
}
