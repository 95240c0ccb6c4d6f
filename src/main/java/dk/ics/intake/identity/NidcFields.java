package dk.ics.intake.identity;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What NIDC is asked and what it says, kept in the table {@code ics.nidc}. */
@Configuration(proxyBeanMethods = false)
class NidcFields {

    @Bean
    static FieldSet nidcFieldSet() {
        return FieldSet.of(NidcReferrals.TABLE)
                .text("nidcQuestion")
                .code("nidcMaterial")
                .text("nidcAskedBy")
                .dateTime("nidcAskedAt")
                .dateTime("nidcForwardedAt")
                .code("nidcSentHow")
                .text("nidcDocumentNumber")
                .code("nidcResult")
                .text("nidcReference")
                .text("nidcJournalNumber")
                .text("nidcFinding")
                .date("nidcAnsweredOn")
                .text("nidcRecordedBy")
                .code("nidcDocumentReturned")
                .text("nidcNote");
    }
}
