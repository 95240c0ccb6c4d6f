package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The cases that fit, of the searcher's municipalities only. Every criterion has an index, and a list ends at its
 * limit, so that the time it takes does not grow with the number of cases (docs/search-plans.md).
 */
@Repository
class FittingCases {

    /**
     * Plans are made for the values at hand (how many people have this name?), and no table or index is read from end to end.
     * Holds until the transaction ends.
     */
    static final String PLAN = """
            select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
              set_config('enable_mergejoin', 'off', true)
            """;

    static final String AS_WRITTEN = "p.name_words @> cast(:words as text[])";

    /** Of those who only sound like it, so many are compared to show the nearest. */
    private static final int COMPARED = 200;

    private final JdbcClient jdbc;

    FittingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list to be ended when it has one more than is shown; names as they are written stand first. */
    List<Hit> find(Searcher who, Map<Criterion, Object> criteria, int limit) {
        jdbc.sql(PLAN).query().singleRow();
        Map<String, Object> values = new HashMap<>();
        criteria.forEach((criterion, value) -> values.put(criterion.key(), value));
        values.put("municipalities", who.municipalities().toArray(String[]::new));
        if (!criteria.containsKey(Criterion.NAME)) {
            return hits(statement(criteria, "true", limit), values, true);
        }
        List<String> words = words((String) criteria.get(Criterion.NAME));
        if (words.isEmpty()) {
            return List.of();
        }
        values.put("words", words.toArray(String[]::new));
        List<Hit> found = new ArrayList<>(hits(asWritten(criteria, words, limit), values, true));
        if (found.size() < limit) {
            for (int i = 0; i < words.size(); i++) {
                values.put("word" + i, words.get(i));
            }
            found.addAll(hits(nearest(criteria, words.size(), limit - found.size()), values, false));
        }
        return found;
    }

    boolean isOpenTo(Searcher who, CaseReference reference) {
        return jdbc.sql("""
                        select 1 from ics.case_file
                        where reference = :reference and municipality = any(cast(:municipalities as text[]))
                        """)
                .param("reference", reference.value())
                .param("municipalities", who.municipalities().toArray(String[]::new))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The words of a name as they are compared; an initial counts only if there is nothing else. */
    private List<String> words(String name) {
        List<String> all = jdbc.sql("select distinct unnest(string_to_array(ics.plain_words(:name), ' '))")
                .param("name", name)
                .query(String.class)
                .list();
        List<String> whole = all.stream().filter(word -> word.length() > 1).toList();
        return whole.isEmpty() ? all : whole;
    }

    /** Many may have one word in common, few two: one word alone is read from the newest case on, until there are enough. */
    static String asWritten(Map<Criterion, Object> criteria, List<String> words, int limit) {
        return words.size() == 1 && criteria.size() == 1 ? newest(limit) : statement(criteria, AS_WRITTEN, limit);
    }

    private static String newest(int limit) {
        return """
                select c.reference, c.municipality, c.status, c.opened_at,
                  p.family_name, p.given_names, p.birth_date, p.name_words
                from ics.name_word w
                join ics.person p on p.case_reference = w.case_reference
                join ics.case_file c on c.reference = w.case_reference
                where w.word = (cast(:words as text[]))[1] and c.municipality = any(cast(:municipalities as text[]))
                order by w.case_reference desc
                limit %d
                """.formatted(limit);
    }

    private List<Hit> hits(String statement, Map<String, Object> values, boolean asWritten) {
        return jdbc.sql(statement)
                .params(values)
                .query((row, number) -> hit(row, asWritten))
                .list();
    }

    /**
     * Who fits is looked for first and by itself ({@code offset 0} keeps it so): as one question with the case, it would
     * seem cheaper to go through all cases until enough fit, whenever a name is common.
     */
    static String statement(Map<Criterion, Object> criteria, String name, int limit) {
        if (criteria.keySet().stream().noneMatch(Criterion::isAboutPerson)) {
            return """
                    select c.reference, c.municipality, c.status, c.opened_at,
                      p.family_name, p.given_names, p.birth_date
                    from ics.case_file c left join ics.person p on p.case_reference = c.reference
                    where c.municipality = any(cast(:municipalities as text[])) and %s
                    limit %d
                    """.formatted(conditions(criteria, "c.reference"), limit);
        }
        return """
                select c.reference, c.municipality, c.status, c.opened_at,
                  p.family_name, p.given_names, p.birth_date, p.name_words
                from (
                  select p.case_reference, p.family_name, p.given_names, p.birth_date, p.name_words
                  from ics.person p where %s and %s
                  offset 0) p
                join ics.case_file c on c.reference = p.case_reference
                where c.municipality = any(cast(:municipalities as text[]))
                limit %d
                """.formatted(conditions(criteria, "p.case_reference"), name, limit);
    }

    static String nearest(Map<Criterion, Object> criteria, int words, int limit) {
        List<String> near = new ArrayList<>(List.of("not " + AS_WRITTEN));
        for (int i = 0; i < words; i++) {
            near.add("p.near_words && ics.near(array[:word%d])".formatted(i));
        }
        return """
                select * from (%s) near
                order by cardinality(array(select unnest(near.name_words) intersect select unnest(cast(:words as text[])))) desc,
                  near.status = 'open' desc, near.opened_at desc
                limit %d
                """.formatted(statement(criteria, String.join(" and ", near), COMPARED), limit);
    }

    private static String conditions(Map<Criterion, Object> criteria, String caseColumn) {
        return criteria.keySet().stream()
                .map(criterion -> criterion.condition(caseColumn))
                .collect(Collectors.joining(" and "));
    }

    private static Hit hit(ResultSet row, boolean asWritten) throws SQLException {
        Map<String, Object> person = new HashMap<>();
        for (Map.Entry<String, String> column :
                Map.of("familyName", "family_name", "givenNames", "given_names").entrySet()) {
            String name = row.getString(column.getValue());
            if (name != null) {
                person.put(column.getKey(), name);
            }
        }
        return new Hit(
                new CaseReference(row.getString("reference")),
                Citizen.name(person),
                row.getObject("birth_date", LocalDate.class),
                new MunicipalityCode(row.getString("municipality")),
                row.getString("status"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                asWritten);
    }
}
