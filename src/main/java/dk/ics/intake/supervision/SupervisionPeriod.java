package dk.ics.intake.supervision;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days whose controls are supervised, and a seed if somebody gives one. */
public record SupervisionPeriod(
        LocalDate from, LocalDate to, @Nullable String seed) {

    public static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");

    /** The whole month before the day, with a seed that is drawn. */
    public static SupervisionPeriod monthBefore(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return new SupervisionPeriod(first.minusMonths(1), first.minusDays(1), null);
    }

    /** What is wrong with it, in Danish by the name of the field. */
    public List<FieldProblem> problems(LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (to.isBefore(from)) {
            problems.add(new FieldProblem("periodTo", "Perioden slutter, før den begynder."));
        }
        if (to.isAfter(today)) {
            problems.add(new FieldProblem("periodTo", "Perioden kan højst gå til og med i dag."));
        }
        if (seed != null && !SEED.matcher(seed).matches()) {
            problems.add(new FieldProblem("seed", "Skriv startværdien som 64 tegn: tallene 0-9 og bogstaverne a-f."));
        }
        return problems;
    }
}
