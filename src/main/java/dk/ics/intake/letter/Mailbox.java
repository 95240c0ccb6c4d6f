package dk.ics.intake.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server; addresses never leave it, not even in an exception. */
@Component
class Mailbox {

    private static final int REFUSED_FOR_NOW = 400;

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
        HandedOver mail = message(from, to, messageId, letter);
        try {
            sender.send(mail);
            return LetterOutcome.SENT;
        } catch (MailException e) {
            if (isAddressRefused(e)) {
                return LetterOutcome.REFUSED;
            }
            throw new MailServerUnavailable(e, mail.isWhole() && !hasAnswered(e));
        }
    }

    private HandedOver message(String from, String to, String messageId, Template letter) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            message.setHeader("Message-ID", messageId);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            // Saving has given it another id.
            message.setHeader("Message-ID", messageId);
            return new HandedOver(message);
        } catch (MessagingException e) {
            throw new MailServerUnavailable(e, false);
        }
    }

    /** Whether the mail server has said that it does not take the mail: then it did not go. */
    private static boolean hasAnswered(MailException e) {
        return e instanceof MailSendException failures
                && Arrays.stream(failures.getMessageExceptions())
                        .anyMatch(failure -> failure instanceof SMTPSendFailedException answer
                                && answer.getReturnCode() >= REFUSED_FOR_NOW);
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
