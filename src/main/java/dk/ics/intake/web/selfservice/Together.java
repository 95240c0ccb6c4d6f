package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.CaseStatus;
import dk.ics.intake.selfservice.Visit;
import dk.ics.intake.web.selfservice.OpenedStatus.Shown;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.servlet.ModelAndView;

/** Who of an application comes together: what the pages about the appointment have in common. */
final class Together {

    private Together() {}

    /** Somebody who may come, and whether it is said that this person comes. */
    record Person(int no, String name, boolean chosen) {}

    /**
     * Who comes together with the person: all who wait for an appointment, or all who have the same one.
     *
     * @param choices what the person may do
     */
    static List<CaseStatus> of(Shown shown, int about, Visit.Choice... choices) {
        List<CaseStatus> all = shown.application().cases();
        Optional<CaseStatus> one = all.stream()
                .filter(person -> about == 0 || person.no() == about)
                .filter(person -> Set.of(choices).contains(person.visit().choice()))
                .findFirst();
        return one.map(person -> all.stream()
                        .filter(other ->
                                other.visit().choice() == person.visit().choice())
                        .filter(other -> Objects.equals(other.appointment(), person.appointment()))
                        .toList())
                .orElse(List.of());
    }

    static List<Person> persons(List<CaseStatus> together, Set<Integer> chosen) {
        return together.stream()
                .map(one -> new Person(one.no(), one.name(), chosen.contains(one.no())))
                .toList();
    }

    static Set<Integer> numbers(List<CaseStatus> persons) {
        return persons.stream().map(CaseStatus::no).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The persons that were named, if all of them may be. */
    static Set<Integer> chosen(List<String> named, List<CaseStatus> may) {
        Set<Integer> numbers = named.stream().map(Together::number).collect(Collectors.toCollection(TreeSet::new));
        return numbers(may).containsAll(numbers) ? numbers : Set.of();
    }

    static int number(String text) {
        return text.matches("[1-9]\\d?\\d?") ? Integer.parseInt(text) : 0;
    }

    /** What was asked for is not possible any more, for example since a caseworker has done it: the page says what is now. */
    static ModelAndView overtaken(Shown shown) {
        return Pages.seeOther(shown.path("", "done=overtaken"));
    }
}
