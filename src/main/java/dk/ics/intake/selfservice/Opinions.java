package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.survey.SurveyAnswer;
import dk.ics.intake.survey.Surveys;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who applied what they think of it, once, when all their cases are closed. */
@Service
public class Opinions {

    private final StatusLinks links;
    private final CaseFile caseFile;
    private final Surveys surveys;

    Opinions(StatusLinks links, CaseFile caseFile, Surveys surveys) {
        this.links = links;
        this.caseFile = caseFile;
        this.surveys = surveys;
    }

    /** Whether whoever has this link is asked. */
    @Transactional(readOnly = true)
    public boolean asks(Secret secret) {
        return closed(secret)
                .filter(application -> !surveys.isGiven(application))
                .isPresent();
    }

    /** Takes the answer; false if nobody asked, or not any more. */
    @Transactional
    public boolean give(Secret secret, String language, SurveyAnswer answer) {
        return closed(secret)
                .filter(application -> surveys.give(application, language, answer))
                .isPresent();
    }

    private Optional<UUID> closed(Secret secret) {
        return links.open(secret)
                .map(StatusLinks.Opened::application)
                .filter(application -> links.cases(application).stream().noneMatch(this::isOpen));
    }

    private boolean isOpen(CaseReference reference) {
        return caseFile.get(reference).isOpen();
    }
}
