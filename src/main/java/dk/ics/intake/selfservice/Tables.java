package dk.ics.intake.selfservice;

import dk.ics.intake.application.Applications;
import dk.ics.intake.casefile.Category;
import dk.ics.intake.casefile.CitizenGroup;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.visitation.Proposal;
import dk.ics.intake.visitation.Proposals;
import dk.ics.intake.visitation.VisitationFacts;
import dk.ics.intake.visitation.VisitationFacts.Facts;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Asks the decision tables of the case about somebody who has no case yet. The facts are codes that tell nobody, and the
 * tables come with the application: what was answered once is kept and answered again.
 */
@Component
class Tables {

    /** More different facts than that are not met in a day. */
    private static final int REMEMBERED = 20_000;

    private final Map<Facts, Answer> answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Facts, Answer> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final Map<CitizenGroup, List<String>> categories = new ConcurrentHashMap<>();
    private final VisitationFacts facts;
    private final Proposals proposals;

    Tables(VisitationFacts facts, Proposals proposals) {
        this.facts = facts;
        this.proposals = proposals;
    }

    /** What the tables say: the proposal, and the papers of the services that are proposed or may yet be chosen. */
    record Answer(Proposal proposal, List<String> papers) {

        List<String> entitled() {
            return proposal.entitled();
        }
    }

    VisitationFacts.Place place(MunicipalityCode municipality, String category) {
        return facts.place(municipality, category);
    }

    Answer ask(VisitationFacts.Place place, String category, Map<String, Object> known) {
        Facts stated = facts.of(place, category, Applications.CHANNEL, known);
        Answer before = answers.get(stated);
        if (before == null) {
            before = ask(stated);
            answers.put(stated, before);
        }
        return before;
    }

    private Answer ask(Facts stated) {
        Proposal proposal = proposals.of(stated);
        List<String> services = proposal.isUndecided() ? proposal.entitled() : proposal.services();
        return new Answer(proposal, services.isEmpty() ? List.of() : proposals.papers(stated, services));
    }

    /** The categories that a citizen of the country can move as. */
    List<String> categoriesOf(String citizenship) {
        return categories.computeIfAbsent(
                CitizenGroup.of(citizenship),
                group -> Arrays.stream(Category.values())
                        .map(Category::code)
                        .filter(category -> fits(category, group))
                        .toList());
    }

    /** The table of visitation answers {@code citizenship} where a category contradicts the citizenship. */
    private boolean fits(String category, CitizenGroup group) {
        Facts stated = new Facts(
                category,
                Applications.CHANNEL,
                true,
                "",
                "",
                group.code(),
                null,
                null,
                "none",
                "none",
                null,
                null,
                false,
                false,
                false,
                false,
                false);
        return !proposals.of(stated).reason().equals("citizenship");
    }
}
