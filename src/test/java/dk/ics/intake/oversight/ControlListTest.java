package dk.ics.intake.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.oversight.MadeControls.Made;
import dk.ics.intake.search.Searcher;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of controls follows what happens to them, and nobody sees those of other municipalities. */
@IntakeTest
class ControlListTest {

    private static final ControlFilter ALL =
            new ControlFilter(null, null, null, null, null, null, null, null, null, null);
    private static final Searcher EVERYWHERE = new Searcher("tilsyn", List.of("0101", "0147", "0169"));
    private static final ZonedDateTime DAY = TestClock.START.minusDays(10);

    private final ControlList controls;
    private final ControlRows rows;
    private final MadeControls make;
    private final TestDatabase database;
    private final TransactionTemplate transaction;

    @Autowired
    ControlListTest(
            ControlList controls,
            ControlRows rows,
            CaseFile caseFile,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TestDatabase database) {
        this.controls = controls;
        this.rows = rows;
        this.make = new MadeControls(caseFile, jdbc, transaction);
        this.database = database;
        this.transaction = transaction;
    }

    @Test
    void an_approval_and_a_doubt_are_listed_as_what_they_came_to() {
        CaseReference approved = make.make(Made.at(DAY));
        CaseReference doubtful = make.make(Made.at(DAY).inDoubt());
        CaseReference refused = make.make(Made.at(DAY).inDoubt());
        make.decide(refused, "refused");

        assertThat(outcome(approved, 1)).isEqualTo(ControlOutcome.APPROVED);
        assertThat(outcome(doubtful, 1)).isEqualTo(ControlOutcome.OPEN);
        assertThat(outcome(refused, 1)).isEqualTo(ControlOutcome.REFUSED);
        make.decide(doubtful, "approved");
        assertThat(outcome(doubtful, 1)).isEqualTo(ControlOutcome.APPROVED);
    }

    @Test
    void a_doubt_that_another_control_replaced_waits_for_nobody() {
        CaseReference reference = make.make(Made.at(DAY).inDoubt());
        make.makeAgain(Made.at(DAY.plusDays(1)), reference, 2);

        assertThat(outcome(reference, 1)).isEqualTo(ControlOutcome.NOT_CURRENT);
        assertThat(outcome(reference, 2)).isEqualTo(ControlOutcome.APPROVED);
    }

    @Test
    void a_control_lacks_something_while_an_answer_is_gone_or_an_approval_is_not_met() {
        CaseReference unanswered = make.make(Made.at(DAY));
        CaseReference unmet = make.make(Made.at(DAY));
        CaseReference doubtful = make.make(Made.at(DAY).inDoubt());
        assertThat(lacking()).doesNotContain(unanswered.value(), unmet.value(), doubtful.value());

        String of = " where requirement = 'documentGenuine' and case_reference = '%s'";
        database.execute("delete from ics.control_requirement" + of.formatted(unanswered));
        database.execute("update ics.control_requirement set answer = 'notMet'" + of.formatted(unmet));
        assertThat(lacking()).contains(unanswered.value(), unmet.value()).doesNotContain(doubtful.value());

        database.execute("insert into ics.control_requirement (case_reference, control_no, requirement, answer)"
                + " values ('%s', 1, 'documentGenuine', 'met')".formatted(unanswered));
        database.execute("update ics.control_requirement set answer = 'met'" + of.formatted(unmet));
        assertThat(lacking()).doesNotContain(unanswered.value(), unmet.value());
    }

    private List<String> lacking() {
        ControlFilter filter = new ControlFilter(null, null, null, null, null, null, null, null, null, null, true);
        return controls.page(EVERYWHERE, filter, ControlOrder.NEWEST, null).lines().stream()
                .map(ControlLine::reference)
                .toList();
    }

    @Test
    void supervision_is_seen_as_it_goes_on() {
        CaseReference reference = make.make(Made.at(DAY));
        assertThat(line(reference, 1).supervision()).isEqualTo(SupervisionState.NONE);
        make.draw(reference);
        assertThat(line(reference, 1).supervision()).isEqualTo(SupervisionState.DRAWN);
        make.review(reference);
        assertThat(line(reference, 1).supervision()).isEqualTo(SupervisionState.REVIEWED);
    }

    @Test
    void a_control_of_another_municipality_is_in_no_page_no_count_and_no_choice() {
        CaseReference elsewhere = make.make(Made.at(DAY).in("0169").by("idkontrol2"));
        CaseReference here = make.make(Made.at(DAY).in("0101"));
        Searcher copenhagen = new Searcher("x", List.of("0101"));
        Searcher two = new Searcher("x", List.of("0101", "0147"));

        for (Searcher who : List.of(copenhagen, two)) {
            List<String> seen = new ArrayList<>();
            controls.each(who, ALL, ControlOrder.NEWEST, control -> seen.add(control.reference()));
            assertThat(seen).contains(here.value()).doesNotContain(elsewhere.value());
            assertThat(controls.count(who, ALL)).isEqualTo(seen.size());
        }
        assertThat(controls.count(copenhagen, only("0169"))).isZero();
        assertThat(controls.page(copenhagen, only("0169"), ControlOrder.NEWEST, null)
                        .lines())
                .isEmpty();
        assertThat(controls.choices(copenhagen).employees())
                .extracting(ControlList.Choice::code)
                .contains("idkontrol")
                .doesNotContain("idkontrol2");
        assertThat(controls.choices(copenhagen).municipalities())
                .extracting(ControlList.Choice::code)
                .containsExactly("0101");
    }

    @ParameterizedTest
    @EnumSource(ControlOrder.By.class)
    void page_by_page_every_control_comes_once_in_either_direction(ControlOrder.By by) {
        IntStream.range(0, 5)
                .forEach(i -> make.make(Made.at(DAY.plusMinutes(i % 2)).in(i % 2 == 0 ? "0101" : "0147")));
        List<String> up = inPagesOf(2, new ControlOrder(by, false));
        List<String> down = inPagesOf(2, new ControlOrder(by, true));

        assertThat(up).doesNotHaveDuplicates().hasSize((int) controls.count(EVERYWHERE, ALL));
        assertThat(down)
                .containsExactlyElementsOf(
                        up.stream().collect(ArrayList::new, (list, one) -> list.add(0, one), ArrayList::addAll));
    }

    @Test
    void nobody_of_us_can_write_the_list() {
        make.make(Made.at(DAY));
        JdbcTemplate app = new JdbcTemplate(database.as("app"));

        for (String act : List.of(
                "update ics.control_standing set doubt = false",
                "delete from ics.control_standing",
                "delete from ics.control_lacking")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> app.execute(act)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> inPagesOf(int size, ControlOrder order) {
        List<String> seen = new ArrayList<>();
        ControlPlace after = null;
        do {
            ControlPlace place = after;
            ControlPage page = java.util.Objects.requireNonNull(
                    transaction.execute(status -> rows.page(EVERYWHERE.municipalities(), ALL, order, place, size)));
            page.lines().forEach(one -> seen.add(one.reference() + "/" + one.number()));
            after = page.end().flatMap(end -> ControlPlace.read(end.written())).orElse(null);
        } while (after != null);
        return seen;
    }

    private static ControlFilter only(String municipality) {
        return new ControlFilter(
                null,
                null,
                new dk.ics.intake.municipality.MunicipalityCode(municipality),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private ControlOutcome outcome(CaseReference reference, int number) {
        return line(reference, number).outcome();
    }

    private ControlLine line(CaseReference reference, int number) {
        ControlFilter ofCase = new ControlFilter(null, null, null, null, null, null, null, null, null, reference);
        return controls.page(EVERYWHERE, ofCase, ControlOrder.NEWEST, null).lines().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
