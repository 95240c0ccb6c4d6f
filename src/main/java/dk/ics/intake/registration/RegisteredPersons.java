package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Persons who have got a number in one of our own cases: the same person in another case keeps it. */
@Repository
class RegisteredPersons {

    private final JdbcClient jdbc;

    RegisteredPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes everybody else who registers somebody born on the same day wait until the caller's transaction ends, so that
     * a number issued in one case is seen in the other. Names are spelt in many ways, birth dates are not.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void waitForOthersBornOn(LocalDate birthDate) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:who, 0))")
                .param("who", "registration " + birthDate)
                .query()
                .singleRow();
    }

    /** The number of the same person in another case: by identity document, else by name, sex and birth date. */
    @Transactional(readOnly = true)
    Optional<String> numberInAnotherCase(CaseReference reference) {
        return numbers(reference, """
                        other.identity_document_state = mine.identity_document_state
                        and other.identity_document_key = mine.identity_document_key
                        and mine.identity_document_key <> ''
                        """).or(() -> numbers(reference, """
                        other.sex = mine.sex
                        and lower(other.family_name) = lower(mine.family_name)
                        and lower(other.given_names) = lower(mine.given_names)
                        """));
    }

    private Optional<String> numbers(CaseReference reference, String samePerson) {
        List<String> found = jdbc.sql("""
                        select r.cpr_number from ics.person mine
                        join ics.person other
                          on other.birth_date = mine.birth_date and other.case_reference <> mine.case_reference
                        join ics.registration r on r.case_reference = other.case_reference
                        where mine.case_reference = :reference and r.cpr_number is not null and %s
                        order by r.registered_at limit 1
                        """.formatted(samePerson))
                .param("reference", reference.value())
                .query(String.class)
                .list();
        return found.stream().findFirst();
    }
}
