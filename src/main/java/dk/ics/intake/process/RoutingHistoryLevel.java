package dk.ics.intake.process;

import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;

/** Everything the engine can keep, except form properties and variables that are not meant for history. */
final class RoutingHistoryLevel implements HistoryLevel {

    static final String NAME = "ics";

    /** Beyond Camunda's own levels; kept in the database, so it must never change. */
    private static final int ID = 117;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
        if (eventType == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
            return false;
        }
        // Asked without an entity the engine wants to know whether such events are of interest at all.
        return entity == null || !isOfVariables(eventType) || isKept(variableName(entity));
    }

    private static boolean isOfVariables(HistoryEventType eventType) {
        return eventType.getEntityType().equals(HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEntityType());
    }

    private static boolean isKept(@Nullable String variableName) {
        return RoutingVariable.find(variableName)
                .map(RoutingVariable::keptInHistory)
                .orElse(false);
    }

    private static @Nullable String variableName(Object entity) {
        if (entity instanceof VariableInstance variable) {
            return variable.getName();
        }
        if (entity instanceof HistoricVariableUpdateEventEntity event) {
            return event.getVariableName();
        }
        return entity instanceof HistoricVariableUpdate update ? update.getVariableName() : null;
    }
}
