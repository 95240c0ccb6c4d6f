package dk.ics.intake.visitation;

import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Optional;

/**
 * Why accepting an application would start nothing: the cases in which the decision {@code visitation} gives no service.
 * Such a case would be closed with nobody asked to come and nobody told.
 */
final class NothingToStart {

    private NothingToStart() {}

    /** The reason as the caseworker reads it; empty when there is something to start. */
    static Optional<String> reason(MunicipalityCode municipality, VisitationFacts.Facts facts) {
        if (!municipality.isKnown()) {
            return Optional.of("Borgerens kommune er ikke kendt, så der er ingen ydelser at sætte i gang."
                    + " Vælg at henvise borgeren.");
        }
        if (!facts.municipalityServed()) {
            return Optional.of("Borgerens kommune er ikke med i samarbejdet. Vælg at henvise borgeren.");
        }
        if ("under13".equals(facts.ageBand())) {
            return Optional.of("Borgeren er under 13 år og kan ikke få sagen behandlet som arbejdstager."
                    + " Ret fødselsdatoen, hvis den er forkert, eller vælg at henvise borgeren.");
        }
        if ("upToThreeMonths".equals(facts.stayLength()) && !facts.wantsTaxCard()) {
            return Optional.of("Borgeren bliver højst tre måneder og søger ikke skattekort, så der er ingen ydelser at"
                    + " sætte i gang. Ret opholdets længde, hvis den er forkert, eller vælg at henvise borgeren.");
        }
        return Optional.empty();
    }
}
