package dk.ics.intake.process.cases;

import dk.ics.intake.application.Families;
import dk.ics.intake.application.FamilyMember;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.process.cases.WholeCase.Named;
import dk.ics.intake.process.cases.WholeCase.Relative;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who moved in together with the citizen, each with a case of an own. */
@Component
class Relatives {

    private static final List<String> NAME = List.of("familyName", "givenNames");

    private final Families families;
    private final CaseFile caseFile;
    private final CaseNames names;

    Relatives(Families families, CaseFile caseFile, CaseNames names) {
        this.families = families;
        this.caseFile = caseFile;
        this.names = names;
    }

    /** The others; of those in other municipalities than the reader's no names. */
    List<Relative> of(CaseReference reference, CaseReader reader) {
        List<FamilyMember> others = families.of(reference).stream()
                .filter(member -> !member.entry().reference().equals(reference))
                .toList();
        List<CaseReference> seen = others.stream()
                .filter(member -> reader.sees(member.entry().municipality().value()))
                .map(member -> member.entry().reference())
                .toList();
        Map<CaseReference, Map<String, Object>> persons = seen.isEmpty() ? Map.of() : caseFile.readAll(seen, NAME);
        return others.stream()
                .map(member -> new Relative(
                        member.entry().reference().value(),
                        member.relationInDanish(),
                        Citizen.name(persons.getOrDefault(member.entry().reference(), Map.of())),
                        new Named(
                                member.entry().municipality().value(),
                                member.entry().municipality().name()),
                        names.of("status", member.entry().status())))
                .toList();
    }
}
