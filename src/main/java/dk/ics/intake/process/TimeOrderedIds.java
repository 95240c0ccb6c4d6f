package dk.ics.intake.process;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/** Engine ids that grow with time (UUID version 7), so that new rows lie side by side in the indexes. */
@Component
final class TimeOrderedIds implements IdGenerator {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return generator.generate().toString();
    }
}
