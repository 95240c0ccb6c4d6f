package dk.ics.intake.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server; addresses never leave it, not even in an exception. */
@Component
class Mailbox {

    private final JavaMailSender sender;

    Mailbox(JavaMailSender sender) {
        this.sender = sender;
    }

    LetterOutcome send(String from, String to, String messageId, Template letter) {
        try {
            new InternetAddress(to, true);
        } catch (AddressException noAddress) {
            return LetterOutcome.REFUSED;
        }
        try {
            sender.send(message(from, to, messageId, letter));
            return LetterOutcome.SENT;
        } catch (MailException e) {
            if (isAddressRefused(e)) {
                return LetterOutcome.REFUSED;
            }
            throw new MailServerUnavailable(e);
        }
    }

    private MimeMessage message(String from, String to, String messageId, Template letter) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            message.setHeader("Message-ID", messageId);
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            throw new MailServerUnavailable(e);
        }
    }

    /** For good (5xx), not for now (4xx). */
    private static boolean isAddressRefused(MailException e) {
        if (e instanceof MailSendException failures) {
            for (Exception failure : failures.getMessageExceptions()) {
                if (failure instanceof SendFailedException refusal && isForGood(refusal)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isForGood(@Nullable Exception failure) {
        Exception link = failure;
        while (link != null) {
            if (link instanceof SMTPAddressFailedException address
                    && address.getReturnCode() >= 500
                    && address.getReturnCode() < 600) {
                return true;
            }
            link = link instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return false;
    }
}
