package dk.ics.intake.web;

import dk.ics.intake.process.rights.Accounts;
import dk.ics.intake.process.rights.Role;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.training.Course;
import dk.ics.intake.training.RequiredTraining;
import dk.ics.intake.training.Training;
import dk.ics.intake.training.TrainingEntry;
import dk.ics.intake.training.TrainingRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of courses and training, for a supervisor to keep. Who may call it stands in the table of rights. */
@RestController
@RequestMapping(path = "/camunda/api/ics/training", produces = "application/json")
class TrainingController {

    private static final Set<String> ENTRY = Set.of("userId", "course", "completedOn", "validUntil");
    private static final Set<String> COURSE = Set.of("code", "title", "requiredFor", "months");
    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]{1,39}");
    private static final Pattern USER = Pattern.compile(".{1,64}");

    private final TrainingRegister register;
    private final RequiredTraining required;
    private final Accounts accounts;
    private final DanishCalendar calendar;

    TrainingController(
            TrainingRegister register, RequiredTraining required, Accounts accounts, DanishCalendar calendar) {
        this.register = register;
        this.required = required;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** How an employee stands with a course that the group's tasks take. */
    record Employee(
            String userId,
            String name,
            String group,
            String groupName,
            String course,
            String courseTitle,
            RequiredTraining.Standing standing,
            @Nullable LocalDate validUntil) {}

    /** Who needs what, and everything that is recorded. */
    record Register(List<Employee> employees, List<Training> trainings) {}

    @GetMapping
    Register list() {
        List<Employee> employees = register.courses().stream()
                .flatMap(course -> Optional.ofNullable(course.requiredFor()).flatMap(Role::ofGroup).stream()
                        .flatMap(role -> accounts.membersOf(role.group()).entrySet().stream()
                                .map(member -> employee(member.getKey(), member.getValue(), role, course))))
                .toList();
        return new Register(employees, register.all());
    }

    @GetMapping("/courses")
    List<Course> courses() {
        return register.courses();
    }

    /** A course, or what is new about one. */
    @PostMapping(path = "/courses", consumes = "application/json")
    ResponseEntity<Course> course(@RequestBody byte[] body, Authentication caller) {
        RegisterReader read = RegisterReader.of(body, COURSE);
        String code =
                read.code("code", CODE, "Skriv en kode på 2-40 bogstaver og tal, der begynder med et lille bogstav.");
        String title = read.text("title", 100);
        int months = read.number("months", 1, 120);
        String group = read.has("requiredFor")
                ? read.code("requiredFor", Pattern.compile("[A-Za-z-]{1,40}"), "Vælg en gruppe, der findes.")
                : null;
        read.when(
                group != null && Role.ofGroup(group).filter(Role::worksCases).isEmpty(),
                "requiredFor",
                "Vælg en gruppe, der findes, og som behandler sager.");
        read.refuse();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(register.set(new Course(code, title, group, months), caller.getName()));
    }

    /** Records that an employee has passed a course. */
    @PostMapping(consumes = "application/json")
    ResponseEntity<Training> record(@RequestBody byte[] body, Authentication caller) {
        RegisterReader read = RegisterReader.of(body, ENTRY);
        String user = read.code("userId", USER, "Skriv medarbejderens brugernavn.");
        String course = read.code("course", CODE, "Vælg et kursus, der findes.");
        LocalDate completed = read.day("completedOn");
        LocalDate until = read.has("validUntil") ? read.day("validUntil") : null;
        read.when(accounts.find(user).isEmpty(), "userId", "Der er ingen medarbejder med det brugernavn.");
        read.when(user.equals(caller.getName()), "userId", "Du kan ikke registrere din egen uddannelse.");
        read.when(
                register.courses().stream().noneMatch(known -> known.code().equals(course)),
                "course",
                "Vælg et kursus, der findes.");
        read.when(
                completed != null && completed.isAfter(calendar.today()),
                "completedOn",
                "Kurset skal være gennemført.");
        read.when(
                completed != null && until != null && until.isBefore(completed),
                "validUntil",
                "Sidste dag kan ikke ligge før kurset.");
        read.refuse();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(register.record(
                        new TrainingEntry(user, course, Objects.requireNonNull(completed), until), caller.getName()));
    }

    /** Takes back what was recorded by mistake. */
    @PostMapping(path = "/{id}/revocation", consumes = "application/json")
    Training revoke(@PathVariable String id, @RequestBody byte[] body, Authentication caller) {
        RegisterReader read = RegisterReader.of(body, Set.of("reason"));
        String reason = read.text("reason", 500);
        read.refuse();
        Training training = uuid(id).flatMap(register::find).orElseThrow(RegisterRefused::unknown);
        if (training.revoked() != null) {
            throw RegisterRefused.at("reason", "Uddannelsen er allerede trukket tilbage.");
        }
        return register.revoke(training.id(), reason, caller.getName());
    }

    private Employee employee(String userId, String name, Role role, Course course) {
        return new Employee(
                userId,
                name,
                role.group(),
                role.danishName(),
                course.code(),
                course.title(),
                required.standing(userId, course),
                required.longest(userId, course).map(Training::validUntil).orElse(null));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RegisterRefused refused) {
        return ResponseEntity.status(refused.status()).body(refused.body());
    }

    /** Somebody else was faster. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> twice(DataIntegrityViolationException twice) {
        return refused(RegisterRefused.at("reason", "Uddannelsen er allerede trukket tilbage."));
    }
}
