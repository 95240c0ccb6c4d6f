package dk.ics.intake.pageimage;

/** What became of a page that somebody wanted to see. */
public sealed interface PageImage {

    /**
     * The page.
     *
     * @param jpeg the image, its longer side at most {@value Painting#LONGEST_SIDE} pixels
     * @param pages how many pages the document has
     */
    @SuppressWarnings("ArrayRecordComponent") // an image; nobody compares them
    record Shown(byte[] jpeg, int pages) implements PageImage {

        /** Masked: it may show a passport. */
        @Override
        public String toString() {
            return "Shown[of " + pages + "]";
        }
    }

    /** There is no image. */
    record NotShown(Reason reason) implements PageImage {}

    /** Why there is no image. */
    enum Reason {
        /** Broken, or not what it says it is. */
        UNREADABLE("Dokumentet kan ikke læses. Filen er beskadiget eller ikke af den type, den giver sig ud for."
                + " Bed borgeren om at sende det igen."),
        LOCKED("Dokumentet er låst med en adgangskode. Bed borgeren om at sende det uden."),
        NO_SUCH_PAGE("Dokumentet har ikke den side."),
        /** An image in the page is of a kind that nobody here can read: what is left would pass for the whole. */
        FOREIGN_IMAGE("Siden indeholder et billede, der ikke kan vises her. Hent originalen."),
        /** More than the time or the memory that a page gets. */
        TOO_DEMANDING("Siden er for stor eller for indviklet til at blive vist her. Hent originalen."),
        BUSY("Der vises mange dokumenter lige nu. Prøv igen om lidt.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** What to tell the caseworker, in Danish. */
        public String sentence() {
            return sentence;
        }
    }
}
