package dk.ics.intake.application;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The persons who moved in with one application: each has a case of its own, and the application ties them. */
@Service
public class Families {

    private static final List<String> RELATION = List.of("relationToApplicant");

    private final JdbcClient jdbc;
    private final CaseFile caseFile;

    Families(JdbcClient jdbc, CaseFile caseFile) {
        this.jdbc = jdbc;
        this.caseFile = caseFile;
    }

    /** All cases of the case's application, in the order of its persons; alone if nobody came along. */
    @Transactional(readOnly = true)
    public List<FamilyMember> of(CaseReference reference) {
        List<CaseReference> tied = jdbc.sql("""
                        select other.case_reference
                        from ics.application_case mine
                        join ics.application_case other on other.application_id = mine.application_id
                        where mine.case_reference = :reference
                        order by other.position
                        """)
                .param("reference", reference.value())
                .query((row, number) -> new CaseReference(row.getString("case_reference")))
                .list();
        List<CaseReference> persons = tied.isEmpty() ? List.of(reference) : tied;
        return persons.stream()
                .map(person -> new FamilyMember(
                        caseFile.get(person),
                        caseFile.read(person, RELATION)
                                .getOrDefault(
                                        "relationToApplicant", person.equals(persons.get(0)) ? "applicant" : "other")
                                .toString()))
                .toList();
    }

    /** The others of the family whose cases are still open. */
    @Transactional(readOnly = true)
    public List<FamilyMember> othersOpen(CaseReference reference) {
        return of(reference).stream()
                .filter(member -> !member.entry().reference().equals(reference))
                .filter(member -> member.entry().isOpen())
                .toList();
    }
}
