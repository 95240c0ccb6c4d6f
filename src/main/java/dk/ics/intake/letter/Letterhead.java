package dk.ics.intake.letter;

import org.springframework.stereotype.Component;

/** The office, as it stands over what is not a letter to a citizen. */
@Component
public class Letterhead {

    private final LetterProperties properties;

    Letterhead(LetterProperties properties) {
        this.properties = properties;
    }

    public String officeName() {
        return properties.officeName();
    }

    public String officeAddress() {
        return properties.officeAddress();
    }
}
