package dk.ics.intake.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A mail that knows whether its whole text was written to the mail server. */
final class HandedOver extends MimeMessage {

    private volatile boolean whole;

    HandedOver(MimeMessage mail) throws MessagingException {
        super(mail);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] without) throws IOException, MessagingException {
        super.writeTo(out, without);
        whole = true;
    }

    boolean isWhole() {
        return whole;
    }
}
