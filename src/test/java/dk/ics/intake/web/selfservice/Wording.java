package dk.ics.intake.web.selfservice;

/** The texts of the pages for tests elsewhere. */
public final class Wording {

    private Wording() {}

    public static Texts of(String language) {
        return new Languages().spoken(language);
    }
}
