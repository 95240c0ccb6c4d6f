package dk.ics.intake.process.rights;

import jakarta.servlet.Filter;
import org.springframework.stereotype.Service;

/** The decision on each call of the engine's interfaces, as the last filter of the security chain. */
@Service
public class RestRights {

    private final RestTable table;

    RestRights(RestTable table) {
        this.table = table;
    }

    /** A filter for inside the security chain, where the account is known already. */
    public Filter filter() {
        return new RightsFilter(table);
    }
}
