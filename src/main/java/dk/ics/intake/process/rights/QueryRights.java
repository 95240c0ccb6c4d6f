package dk.ics.intake.process.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * A question must not bring code with it: queries of the engine take expressions, and inside {@code orQueries} they
 * run whoever sends them (CVE-2026-109432). The engine's expression manager stops them too; here they do not even
 * arrive.
 */
@Component
class QueryRights implements Condition {

    private static final Refusal NO_EXPRESSIONS = Refusal.forbidden("En søgning må ikke indeholde udtryk.");

    @Override
    public Optional<Refusal> check(Call call) {
        boolean expression =
                call.parameterNames().stream().anyMatch(QueryRights::namesExpression) || hasExpression(call.body());
        return expression ? Optional.of(NO_EXPRESSIONS) : Optional.empty();
    }

    private static boolean hasExpression(JsonNode node) {
        boolean here = StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .anyMatch(QueryRights::namesExpression);
        return here || StreamSupport.stream(node.spliterator(), false).anyMatch(QueryRights::hasExpression);
    }

    private static boolean namesExpression(String name) {
        return name.toLowerCase(Locale.ROOT).contains("expression");
    }
}
