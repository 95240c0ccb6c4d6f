package dk.ics.intake.authority;

import com.fasterxml.jackson.databind.JsonNode;

/** What an authority said. That it said nothing is no answer but {@link AuthorityUnavailable}. */
public sealed interface AuthorityAnswer {

    /** It did what was asked. */
    record Answered(JsonNode body) implements AuthorityAnswer {

        /** Masked: answers hold persons. */
        @Override
        public String toString() {
            return "Answered[masked]";
        }
    }

    /**
     * It refused for a reason of the matter, to be judged by a person.
     *
     * @param code its own code, for example 5404
     */
    record Refused(String code) implements AuthorityAnswer {}
}
