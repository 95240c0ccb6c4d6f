package dk.ics.intake.selfservice;

import dk.ics.intake.letter.Mails;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Sends the link of a draft to its owner, to go on with it on another day or device. */
@Service
public class DraftLinks {

    private final ApplicationDrafts drafts;
    private final Mails mails;
    private final SelfServiceProperties properties;

    DraftLinks(ApplicationDrafts drafts, Mails mails, SelfServiceProperties properties) {
        this.drafts = drafts;
        this.mails = mails;
        this.properties = properties;
    }

    /** The address under which the draft is found. */
    public String address(Secret secret) {
        return properties.address("/apply/draft/" + secret.value());
    }

    /** Whether the mail went; not if there have been too many, or nobody takes it. */
    public boolean send(Secret secret, String email, String language) {
        return drafts.countMail(secret)
                && mails.send(email, language, "mail.draftLink", Map.of("link", address(secret)));
    }
}
