package dk.ics.intake.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The start, boundary and end events that a case of this test must have passed when the test is over: {@link
 * ProcessTest} looks into the engine's history, {@link EveryEventIsReachedTest} whether an event has no such test.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Reaches {

    /** Ids of the models in {@code bpmn/}. */
    String[] value();
}
