package dk.ics.intake.complaint;

import dk.ics.intake.casefile.CaseReference;
import org.springframework.stereotype.Component;

/** to come */
@Component
class Dossier {

    void assemble(CaseReference reference) {}
}
