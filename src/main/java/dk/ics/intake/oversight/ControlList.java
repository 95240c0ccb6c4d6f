package dk.ics.intake.oversight;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.multiply.MultipliedData;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.procedure.Procedure;
import dk.ics.intake.procedure.Procedures;
import dk.ics.intake.search.CaseAccess;
import dk.ics.intake.search.Searcher;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The controls of the reader's own municipalities. The list names no person, so reading it is not logged; taking it along
 * is.
 */
@Service
public class ControlList {

    /** More than anybody counts on a screen. */
    public static final long MOST_COUNTED = 1000;

    private static final int PAGE = 50;
    private static final int EXPORTED_AT_ONCE = 1000;
    private static final Collator DANISH = Collator.getInstance(Locale.forLanguageTag("da"));

    private final ControlRows rows;
    private final CaseAccess access;
    private final Procedures procedures;
    private final MultipliedData multiplied;
    private final TransactionTemplate transaction;

    ControlList(
            ControlRows rows,
            CaseAccess access,
            Procedures procedures,
            MultipliedData multiplied,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.access = access;
        this.procedures = procedures;
        this.multiplied = multiplied;
        this.transaction = transaction;
    }

    /** A value that a filter offers, and what it is called. */
    public record Choice(String code, String label) {}

    /**
     * What can be chosen between.
     *
     * @param notice what has to be said of the list as a whole: that it is of multiplied data
     */
    public record Choices(
            List<Choice> municipalities,
            List<Choice> employees,
            List<Choice> procedures,
            @Nullable String notice) {}

    @Transactional(readOnly = true)
    public Choices choices(Searcher who) {
        return new Choices(
                who.municipalities().stream()
                        .sorted()
                        .map(code -> new Choice(code, new MunicipalityCode(code).name()))
                        .sorted(Comparator.comparing(Choice::label, DANISH))
                        .toList(),
                rows.employees(who.municipalities()).stream()
                        .map(employee -> new Choice(employee.userId(), employee.name()))
                        .toList(),
                procedures.all().stream()
                        .map(Procedure::version)
                        .map(version -> new Choice(version, version))
                        .toList(),
                multiplied.mark().orElse(null));
    }

    /** @param after where the page before ended; null: the first page */
    @Transactional(readOnly = true)
    public ControlPage page(Searcher who, ControlFilter filter, ControlOrder order, @Nullable ControlPlace after) {
        return rows.page(who.municipalities(), filter, order, after, PAGE);
    }

    /** How many controls there are; {@link #MOST_COUNTED} + 1 if there are more than are counted. */
    @Transactional(readOnly = true)
    public long count(Searcher who, ControlFilter filter) {
        return rows.count(who.municipalities(), filter, MOST_COUNTED + 1);
    }

    /** Writes in the log that somebody takes the list along; what is wrong with the purpose, if it is. */
    @Transactional
    public Optional<FieldProblem> taken(Searcher who, String purpose, ControlFilter filter) {
        long all = rows.count(who.municipalities(), filter, Integer.MAX_VALUE);
        return access.exported(who, purpose, filter.kinds(), Math.toIntExact(all));
    }

    /** Gives all controls in their order, a page at a time: no transaction waits for a slow reader. */
    public void each(Searcher who, ControlFilter filter, ControlOrder order, Consumer<ControlLine> reader) {
        Optional<ControlPlace> after = Optional.empty();
        do {
            ControlPlace place = after.orElse(null);
            ControlPage page = Objects.requireNonNull(transaction.execute(
                    status -> rows.page(who.municipalities(), filter, order, place, EXPORTED_AT_ONCE)));
            page.lines().forEach(reader);
            after = page.end();
        } while (after.isPresent());
    }

    /** What has to be said of every line that is taken out: that it is of multiplied data; mostly nothing. */
    @Transactional(readOnly = true)
    public Optional<String> mark() {
        return multiplied.mark();
    }
}
