package dk.ics.intake.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulated CPR register's persons; all have replacement numbers (day + 60), never plausible real ones. */
public class Population {

    private final JdbcClient jdbc;

    Population(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person of the register. */
    public record Resident(
            String personalNumber,
            String familyName,
            String givenNames,
            LocalDate birthDate,
            String documentState,
            String documentNumber) {

        /** Masked. */
        @Override
        public String toString() {
            return "Resident[masked]";
        }
    }

    /** Adds a person who has a number already, for example an administrative one, but does not live in Denmark. */
    public void add(Resident person, List<String> previousNumbers) {
        insert(person, previousNumbers, false);
    }

    /** How many persons with this identity document the register knows: never more than one. */
    public long withDocument(String state, String number) {
        return jdbc.sql("select count(*) from simulator.person where document_state = :state"
                        + " and document_number = :number")
                .param("state", state)
                .param("number", number)
                .query(Long.class)
                .single();
    }

    Optional<String> byCurrentNumber(String number) {
        return jdbc.sql("select personal_number from simulator.person where personal_number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    Optional<String> byPreviousNumber(String number) {
        return jdbc
                .sql("select personal_number from simulator.person where :number = any (previous_numbers)")
                .param("number", number)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    Optional<String> byDocument(String state, String number) {
        return jdbc.sql("""
                        select personal_number from simulator.person
                        where document_state = :state and document_number = :number
                        """).param("state", state).param("number", number).query(String.class).list().stream()
                .findFirst();
    }

    Optional<String> byNameAndBirthDate(String familyName, String givenNames, LocalDate birthDate) {
        return jdbc
                .sql("""
                        select personal_number from simulator.person
                        where lower(family_name) = lower(:familyName) and lower(given_names) = lower(:givenNames)
                          and birth_date = :birthDate
                        """)
                .param("familyName", familyName)
                .param("givenNames", givenNames)
                .param("birthDate", birthDate)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    String nameOf(String number) {
        return jdbc.sql("select given_names || ' ' || family_name from simulator.person"
                        + " where personal_number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    boolean moveIn(String number) {
        return jdbc.sql("update simulator.person set resident = true where personal_number = :number")
                        .param("number", number)
                        .update()
                == 1;
    }

    /** The new person's number: the lowest free one of the birth date and sex. */
    String register(Resident withoutNumber, boolean female) {
        for (int serial = female ? 2 : 1; serial < 1000; serial += 2) {
            String number = replacementNumber(withoutNumber.birthDate(), serial);
            if (byCurrentNumber(number).isEmpty()) {
                insert(
                        new Resident(
                                number,
                                withoutNumber.familyName(),
                                withoutNumber.givenNames(),
                                withoutNumber.birthDate(),
                                withoutNumber.documentState(),
                                withoutNumber.documentNumber()),
                        List.of(),
                        true);
                return number;
            }
        }
        throw new IllegalStateException("The simulator has no number left for this birth date");
    }

    /** Day + 60, month, year; the seventh digit says the century: 0 before 2000, 5 from 2000 on. */
    static String replacementNumber(LocalDate birthDate, int serial) {
        int century = birthDate.getYear() < 2000 ? 0 : 5;
        return String.format(
                "%02d%02d%02d%d%03d",
                birthDate.getDayOfMonth() + 60, birthDate.getMonthValue(), birthDate.getYear() % 100, century, serial);
    }

    private void insert(Resident person, List<String> previousNumbers, boolean resident) {
        jdbc.sql("""
                        insert into simulator.person (personal_number, previous_numbers, family_name, given_names,
                            birth_date, document_state, document_number, resident)
                        values (:number, :previous, :familyName, :givenNames, :birthDate, :state, :document, :resident)
                        """)
                .param("number", person.personalNumber())
                .param("previous", previousNumbers.toArray(String[]::new))
                .param("familyName", person.familyName())
                .param("givenNames", person.givenNames())
                .param("birthDate", person.birthDate())
                .param("state", person.documentState())
                .param("document", person.documentNumber())
                .param("resident", resident)
                .update();
    }
}
