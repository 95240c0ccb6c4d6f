package dk.ics.intake.pageimage;

import dk.ics.intake.pageimage.PageImage.Reason;
import java.io.IOException;

/** Ends the drawing of a page that cannot be shown, out of the depths of a library. */
final class NoPage extends IOException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    NoPage(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
