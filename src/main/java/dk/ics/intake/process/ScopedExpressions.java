package dk.ics.intake.process;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of deployed models, and of queries only those that name the user or the time.
 *
 * <p>CVE-2026-109432: in 7.24.0 a query or filter with {@code orQueries} evaluates whatever expression its sender wrote.
 * Such an expression has no scope; one of a model has.
 */
final class ScopedExpressions extends SpringExpressionManager {

    /** The last one is how often a supervision begins, which the engine asks anew without a scope; it says nothing else. */
    private static final Set<String> WITHOUT_SCOPE =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${deadlines.supervisionCycle()}");

    ScopedExpressions(ApplicationContext context) {
        super(context);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), this, text);
    }

    private static final class Guarded extends JuelExpression {

        Guarded(ValueExpression expression, ScopedExpressions manager, String text) {
            super(expression, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            check(scope);
            return super.getValue(scope, execution);
        }

        @Override
        public void setValue(Object value, @Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            check(scope);
            super.setValue(value, scope, execution);
        }

        private void check(@Nullable VariableScope scope) {
            if (scope == null && !isLiteralText() && !WITHOUT_SCOPE.contains(getExpressionText())) {
                throw new BadUserRequestException("This expression is not allowed in a query");
            }
        }
    }
}
