package dk.ics.intake.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * The CPR register: finds persons, says which number a key has, registers those who move in.
 *
 * <p>Its codes are those of CPR's update protocol: 5404 the keys have changed since, 5 the authority may not perform the
 * event, 184 no access.
 */
final class CprDesk implements Desk {

    private static final String KEYS_CHANGED = "5404";

    private final Population population;
    private final Books books;

    CprDesk(Population population, Books books) {
        this.population = population;
        this.books = books;
    }

    @Override
    public String authority() {
        return "cpr";
    }

    @Override
    public Reply handle(Call call) {
        return switch (call.operation()) {
            case "search" -> search(call);
            case "lookup" -> found(books.registered(call.text("key")), "key");
            case "registrations" -> register(call);
            default -> new Reply(404, Map.of());
        };
    }

    private Reply search(Call call) {
        String stated = call.text("danishPersonalNumber");
        Optional<String> current = population.byCurrentNumber(stated);
        if (current.isPresent()) {
            return found(current, "currentNumber");
        }
        Optional<String> previous = population.byPreviousNumber(stated);
        if (previous.isPresent()) {
            return found(previous, "previousNumber");
        }
        Optional<String> document =
                population.byDocument(call.text("identityDocumentState"), call.text("identityDocumentNumber"));
        if (document.isPresent()) {
            return found(document, "identityDocument");
        }
        Optional<LocalDate> birthDate = birthDate(call);
        return found(
                birthDate.flatMap(
                        date -> population.byNameAndBirthDate(call.text("familyName"), call.text("givenNames"), date)),
                "nameAndBirthDate");
    }

    private Reply register(Call call) {
        String key = call.key();
        Optional<LocalDate> birthDate = birthDate(call);
        if (key == null || birthDate.isEmpty()) {
            return new Reply(400, Map.of());
        }
        String existing = call.text("personalNumber");
        if (!existing.isEmpty()) {
            return population.moveIn(existing)
                    ? Reply.ok(Map.of("personalNumber", existing))
                    : Reply.refused(KEYS_CHANGED);
        }
        String state = call.text("identityDocumentState");
        String document = call.text("identityDocumentNumber");
        if (population.byDocument(state, document).isPresent()) {
            return Reply.refused(KEYS_CHANGED);
        }
        String number = population.register(
                new Population.Resident(
                        "", call.text("familyName"), call.text("givenNames"), birthDate.get(), state, document),
                call.text("sex").equals("female"));
        return Reply.ok(Map.of("personalNumber", books.issueNumber("personalNumber", key, number)));
    }

    private Reply found(Optional<String> number, String by) {
        return number.map(found -> Reply.ok(Map.of(
                        "found", true, "personalNumber", found, "matchedBy", by, "name", population.nameOf(found))))
                .orElseGet(() -> Reply.ok(Map.of("found", false)));
    }

    private static Optional<LocalDate> birthDate(Call call) {
        try {
            return Optional.of(LocalDate.parse(call.text("birthDate")));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
