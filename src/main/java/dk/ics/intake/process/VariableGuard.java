package dk.ics.intake.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine write no variable but {@linkplain RoutingVariable those on the list}, whoever sets it and however: the
 * check sits where rows are written.
 */
final class VariableGuard extends DbEntityManager {

    private VariableGuard(IdGenerator idGenerator, PersistenceSession session) {
        super(idGenerator, session);
    }

    @Override
    protected void performEntityOperation(CachedDbEntity entity, DbOperationType type) {
        if (type != DbOperationType.DELETE && entity.getEntity() instanceof VariableInstanceEntity variable) {
            check(variable);
        }
        super.performEntityOperation(entity, type);
    }

    private static void check(VariableInstanceEntity variable) {
        RoutingVariable known = RoutingVariable.find(variable.getName())
                .orElseThrow(() -> new BadUserRequestException("A process keeps no variable of this name"));
        if (!known.takes(value(variable))) {
            throw new BadUserRequestException("The variable " + known.key() + " cannot hold this value");
        }
    }

    private static @Nullable Object value(VariableInstanceEntity variable) {
        return switch (variable.getSerializerName()) {
            case "null" -> null;
            case "string", "boolean", "integer" -> variable.getTypedValue(false).getValue();
            default -> variable;
        };
    }

    /** Gives each command of the engine its guard. */
    static final class Factory extends DbEntityManagerFactory {

        Factory(IdGenerator idGenerator) {
            super(idGenerator);
        }

        @Override
        public DbEntityManager openSession() {
            return new VariableGuard(idGenerator, Context.getCommandContext().getSession(PersistenceSession.class));
        }
    }
}
