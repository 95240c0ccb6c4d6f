package dk.ics.intake.process.rights;

import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.training.Course;
import dk.ics.intake.training.RequiredTraining;
import dk.ics.intake.training.RequiredTraining.Standing;
import dk.ics.intake.training.TrainingEntry;
import dk.ics.intake.training.TrainingRegister;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the demonstration's accounts trained at each start, so that it can be tried also when its clock has run on. Only
 * in the demo.
 */
@Component
@Profile("demo")
class DemoTraining implements SmartInitializingSingleton {

    /** Jonas Lund has both courses: whoever gives him the role of a specialist sees that four eyes still hold. */
    private static final List<TrainingOf> PEOPLE = List.of(
            new TrainingOf("idkontrol", Role.IDENTITY_CONTROL),
            new TrainingOf("idkontrol2", Role.IDENTITY_CONTROL),
            new TrainingOf("idkontrol2", Role.IDENTITY_SPECIALIST),
            new TrainingOf("specialist", Role.IDENTITY_SPECIALIST));

    private static final String RECORDED_BY = "tilsyn";

    private record TrainingOf(String userId, Role role) {}

    private final TrainingRegister register;
    private final RequiredTraining required;
    private final DanishCalendar calendar;
    private final TransactionTemplate transaction;

    DemoTraining(
            TrainingRegister register,
            RequiredTraining required,
            DanishCalendar calendar,
            TransactionTemplate transaction) {
        this.register = register;
        this.required = required;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> PEOPLE.forEach(this::train));
    }

    private void train(TrainingOf person) {
        for (Course course : register.courses()) {
            if (person.role().group().equals(course.requiredFor())
                    && required.standing(person.userId(), course) != Standing.VALID) {
                register.record(new TrainingEntry(person.userId(), course.code(), calendar.today(), null), RECORDED_BY);
            }
        }
    }
}
