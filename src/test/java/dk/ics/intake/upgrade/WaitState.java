package dk.ics.intake.upgrade;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place at which a case can stand when one version goes and the next one comes. */
record WaitState(String process, String activity, Kind kind) implements Comparable<WaitState> {

    enum Kind {
        TASK,
        MESSAGE,
        TIMER,
        JOB_BEFORE,
        JOB_AFTER,
        /** The job has failed and will be tried again. */
        FAILED_JOB,
        /** All tries are used up: somebody has to look. */
        INCIDENT
    }

    /** All there are in a model: a service task that is a job may also have failed, for a while or for good. */
    static Set<WaitState> of(byte[] xml) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        Set<WaitState> states = new TreeSet<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (node instanceof UserTask) {
                states.add(new WaitState(process, node.getId(), Kind.TASK));
            }
            if (node instanceof ReceiveTask) {
                states.add(new WaitState(process, node.getId(), Kind.MESSAGE));
            }
            if (node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent) {
                ((CatchEvent) node)
                        .getEventDefinitions()
                        .forEach(event -> states.add(new WaitState(process, node.getId(), kind(event))));
            }
            if (node.isCamundaAsyncAfter()) {
                states.add(new WaitState(process, node.getId(), Kind.JOB_AFTER));
            }
            if (node.isCamundaAsyncBefore()) {
                states.add(new WaitState(process, node.getId(), Kind.JOB_BEFORE));
                if (node instanceof ServiceTask) {
                    states.add(new WaitState(process, node.getId(), Kind.FAILED_JOB));
                    states.add(new WaitState(process, node.getId(), Kind.INCIDENT));
                }
            }
        }
        return states;
    }

    private static Kind kind(EventDefinition event) {
        if (event instanceof TimerEventDefinition) {
            return Kind.TIMER;
        }
        if (event instanceof MessageEventDefinition) {
            return Kind.MESSAGE;
        }
        throw new AssertionError(
                "How does a case wait for a " + event.getElementType().getTypeName() + "?");
    }

    /** All there are in the models that a database's cases follow. */
    static Set<WaitState> of(Collection<byte[]> models) {
        Set<WaitState> states = new TreeSet<>();
        models.forEach(model -> states.addAll(of(model)));
        return states;
    }

    /** Those at which a case stands in a database. */
    static Set<WaitState> in(JdbcClient database) {
        Set<WaitState> states = new TreeSet<>();
        find(database, states, """
                select d.key_, t.task_def_key_, 'TASK' from public.act_ru_task t
                join public.act_re_procdef d on d.id_ = t.proc_def_id_
                """);
        find(database, states, """
                select d.key_, s.activity_id_, 'MESSAGE' from public.act_ru_event_subscr s
                join public.act_ru_execution e on e.id_ = s.execution_id_
                join public.act_re_procdef d on d.id_ = e.proc_def_id_
                where s.event_type_ = 'message'
                """);
        find(database, states, """
                select d.proc_def_key_, d.act_id_,
                  case when j.type_ = 'timer' then 'TIMER'
                       when d.job_configuration_ = 'async-after' then 'JOB_AFTER'
                       when j.retries_ = 0 then 'INCIDENT'
                       when j.exception_stack_id_ is not null then 'FAILED_JOB'
                       else 'JOB_BEFORE' end
                from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.process_instance_id_ is not null
                """);
        return states;
    }

    private static void find(JdbcClient database, Set<WaitState> states, String query) {
        database.sql(query)
                .query((row, number) ->
                        new WaitState(row.getString(1), row.getString(2), Kind.valueOf(row.getString(3))))
                .list()
                .forEach(states::add);
    }

    @Override
    public int compareTo(WaitState other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return process + "/" + activity + " " + kind;
    }
}
