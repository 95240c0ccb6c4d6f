package dk.ics.intake.search;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How PostgreSQL answers a search on each criterion alone, without times: they depend on the machine. */
final class SearchPlans {

    private static final int LIMIT = 51;
    private static final Map<Criterion, Object> NAME = Map.of(Criterion.NAME, "Maria Schmidt");

    private final SyntheticCases cases;

    SearchPlans(SyntheticCases cases) {
        this.cases = cases;
    }

    /** Heading to plan. */
    Map<String, String> all() {
        String reference = "2026-000010";
        Map<String, Object> row =
                cases.jdbc().sql("""
                        select p.case_reference, p.family_name, p.birth_date, p.identity_document_number, p.phone,
                          p.email, r.cpr_number
                        from ics.person p join ics.registration r using (case_reference)
                        where p.case_reference = :reference
                        """).param("reference", reference).query().singleRow();
        Map<String, String> plans = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            if (criterion != Criterion.NAME) {
                plans.put(criterion.key(), plan(Map.of(criterion, text(row, criterion)), "true", List.of()));
            }
        }
        List<String> one = List.of("maria");
        Map<Criterion, Object> common = Map.of(Criterion.NAME, "Maria");
        plans.put("name, one common word", explain(FittingCases.asWritten(common, one, LIMIT), values(one)));
        List<String> words = List.of("maria", "schmidt");
        plans.put("name, as it is written", plan(NAME, FittingCases.AS_WRITTEN, words));
        plans.put("name, as it sounds", explain(FittingCases.nearest(NAME, words.size(), LIMIT), values(words)));
        return plans;
    }

    private String plan(Map<Criterion, Object> criteria, String name, List<String> words) {
        Map<Criterion, Object> sorted = new EnumMap<>(Criterion.class);
        sorted.putAll(criteria);
        Map<String, Object> values = values(words);
        sorted.forEach((criterion, value) -> values.put(criterion.key(), value));
        return explain(FittingCases.statement(sorted, name, LIMIT), values);
    }

    private static Map<String, Object> values(List<String> words) {
        Map<String, Object> values = new HashMap<>();
        values.put("municipalities", new String[] {"0101", "0147"});
        values.put("words", words.toArray(String[]::new));
        for (int i = 0; i < words.size(); i++) {
            values.put("word" + i, words.get(i));
        }
        return values;
    }

    private String explain(String statement, Map<String, Object> values) {
        return cases.inTransaction(() -> {
            cases.jdbc().sql(FittingCases.PLAN).query().singleRow();
            return String.join(
                    "\n",
                    cases.jdbc()
                            .sql("explain (analyze, costs off, timing off, summary off, buffers) " + statement)
                            .params(values)
                            .query(String.class)
                            .list());
        });
    }

    private static Object text(Map<String, Object> row, Criterion criterion) {
        Object value = switch (criterion) {
            case REFERENCE -> row.get("case_reference");
            case NAME -> row.get("family_name");
            case BIRTH_DATE -> row.get("birth_date");
            case CPR_NUMBER -> row.get("cpr_number");
            case DOCUMENT_NUMBER -> row.get("identity_document_number");
            case PHONE -> row.get("phone");
            case EMAIL -> row.get("email");
        };
        return java.util.Objects.requireNonNull(value);
    }
}
