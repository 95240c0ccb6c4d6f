package dk.ics.intake.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a draft, without its files.
 *
 * @param persons the applicant first
 * @param nextNo the number of the next person
 * @param familyNamed whether the citizen has said who comes along
 */
public record DraftContent(List<DraftPerson> persons, int nextNo, boolean familyNamed) {

    static DraftContent empty() {
        return new DraftContent(List.of(new DraftPerson(1, Map.of(), List.of())), 2, false);
    }

    public Optional<DraftPerson> person(int no) {
        return persons.stream().filter(person -> person.no() == no).findFirst();
    }

    /** With the question answered; the fields of the question that have no value are left empty. */
    public DraftContent answered(int no, String question, Map<String, Object> values, List<String> fields) {
        return new DraftContent(
                persons.stream()
                        .map(person -> person.no() == no ? person.answered(question, values, fields) : person)
                        .toList(),
                nextNo,
                familyNamed);
    }

    /** With one more person, whose number is {@link #nextNo}. */
    public DraftContent withPerson() {
        List<DraftPerson> all = new ArrayList<>(persons);
        all.add(new DraftPerson(nextNo, Map.of(), List.of()));
        return new DraftContent(List.copyOf(all), nextNo + 1, familyNamed);
    }

    /** Without the person; the applicant stays. */
    public DraftContent without(int no) {
        return new DraftContent(
                persons.stream()
                        .filter(person -> person.no() != no || person == persons.get(0))
                        .toList(),
                nextNo,
                familyNamed);
    }

    public DraftContent withFamilyNamed() {
        return new DraftContent(persons, nextNo, true);
    }

    /** Masked. */
    @Override
    public String toString() {
        return "DraftContent[" + persons.size() + " persons]";
    }
}
