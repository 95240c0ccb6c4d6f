package dk.ics.intake.simulator;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A mail server on loopback that keeps every mail and delivers none. */
public class MailCatcher implements AutoCloseable {

    private final GreenMail server;

    MailCatcher(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** A mail as it came. */
    public record Mail(String messageId, String to, String subject, String text) {

        /** Masked. */
        @Override
        public String toString() {
            return "Mail[" + messageId + "]";
        }
    }

    void start() {
        server.start();
    }

    /** All mails, oldest first. */
    public List<Mail> all() {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            mails.add(read(message));
        }
        return mails;
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    message.getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A caught mail cannot be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
