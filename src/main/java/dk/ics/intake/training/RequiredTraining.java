package dk.ics.intake.training;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody has the training that the tasks of a group take, and for how long. */
@Service
public class RequiredTraining {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.forLanguageTag("da"));

    private final TrainingRegister register;
    private final TrainingProperties properties;
    private final DanishCalendar calendar;

    RequiredTraining(TrainingRegister register, TrainingProperties properties, DanishCalendar calendar) {
        this.register = register;
        this.properties = properties;
        this.calendar = calendar;
    }

    /** How an employee stands with a course that the group's tasks take. */
    public enum Standing {
        VALID,
        /** Valid, and over within the days of warning. */
        EXPIRING,
        EXPIRED,
        MISSING
    }

    /** How many days before a training ends its holder is told. */
    public int warningDays() {
        return properties.warningDays();
    }

    /** The trainings that hold today and are what the groups' tasks take: the one of each course that holds longest. */
    @Transactional(readOnly = true)
    public List<Training> valid(String userId, Collection<String> groups) {
        return courses(groups).stream()
                .flatMap(course -> longest(userId, course).stream())
                .filter(training -> training.isValidOn(calendar.today()))
                .toList();
    }

    /** Why the user may not work the groups' tasks today, as a Danish sentence to the user; empty if the user may. */
    @Transactional(readOnly = true)
    public Optional<String> refusal(String userId, Collection<String> groups) {
        return missing(userId, groups).map("Du kan ikke tage eller afslutte opgaven: %s Kontakt tilsynet."::formatted);
    }

    /** The same, to somebody who wants to give the user a task. */
    @Transactional(readOnly = true)
    public Optional<String> refusalOfGiving(String userId, Collection<String> groups) {
        return missing(userId, groups).map("Medarbejderen kan ikke få opgaven: %s"::formatted);
    }

    /** That a training ends soon, as a Danish sentence to the user; empty while it holds long enough. */
    @Transactional(readOnly = true)
    public Optional<String> warning(String userId, Collection<String> groups) {
        String ending = courses(groups).stream()
                .filter(course -> standing(userId, course) == Standing.EXPIRING)
                .flatMap(course -> longest(userId, course).stream()
                        .map(training -> "»%s« (%s)".formatted(course.title(), DAY.format(training.validUntil()))))
                .collect(Collectors.joining(" og "));
        return ending.isEmpty()
                ? Optional.empty()
                : Optional.of("Din uddannelse udløber snart: %s. Aftal et nyt kursus med tilsynet.".formatted(ending));
    }

    /** How the user stands with the course today. */
    @Transactional(readOnly = true)
    public Standing standing(String userId, Course course) {
        LocalDate today = calendar.today();
        return longest(userId, course)
                .map(training -> {
                    if (!training.isValidOn(today)) {
                        return Standing.EXPIRED;
                    }
                    return training.isValidOn(today.plusDays(properties.warningDays()))
                            ? Standing.VALID
                            : Standing.EXPIRING;
                })
                .orElse(Standing.MISSING);
    }

    /** The training of the course that holds longest, also one that is over. */
    @Transactional(readOnly = true)
    public Optional<Training> longest(String userId, Course course) {
        return register.of(userId).stream()
                .filter(training -> training.course().equals(course.code()) && training.revoked() == null)
                .max(Comparator.comparing(Training::validUntil));
    }

    private Optional<String> missing(String userId, Collection<String> groups) {
        String lacking = courses(groups).stream()
                .filter(course -> valid(userId, course).isEmpty())
                .map(course -> longest(userId, course)
                        .map(over -> "uddannelsen »%s« udløb den %s."
                                .formatted(course.title(), DAY.format(over.validUntil())))
                        .orElse("uddannelsen »%s« er ikke registreret.".formatted(course.title())))
                .collect(Collectors.joining(" "));
        return lacking.isEmpty() ? Optional.empty() : Optional.of(lacking);
    }

    private Optional<Training> valid(String userId, Course course) {
        return longest(userId, course).filter(training -> training.isValidOn(calendar.today()));
    }

    private List<Course> courses(Collection<String> groups) {
        return register.courses().stream()
                .filter(course -> course.requiredFor() != null && groups.contains(course.requiredFor()))
                .toList();
    }
}
