package dk.ics.intake.search;

import java.util.List;

/**
 * Who looks.
 *
 * @param userId the authenticated user
 * @param municipalities codes of the municipalities whose cases the user may see
 */
public record Searcher(String userId, List<String> municipalities) {

    public Searcher {
        municipalities = List.copyOf(municipalities);
    }
}
