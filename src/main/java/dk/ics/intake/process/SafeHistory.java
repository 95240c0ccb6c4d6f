package dk.ics.intake.process;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** Keeps of a failed job what {@link SafeFailure} lets through. */
final class SafeHistory extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, @Nullable Throwable exception) {
        return super.createHistoricJobLogFailedEvt(job, exception == null ? null : SafeFailure.of(exception));
    }
}
