package dk.ics.intake.oversight;

import java.util.List;
import java.util.Optional;

/**
 * Some controls in their order.
 *
 * @param more whether there are controls after these
 */
public record ControlPage(List<ControlLine> lines, boolean more) {

    /** Where the next page begins. */
    public Optional<ControlPlace> end() {
        return more ? Optional.of(ControlPlace.of(lines.get(lines.size() - 1))) : Optional.empty();
    }
}
