package dk.ics.intake.mitid;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.mitid}. */
@Configuration(proxyBeanMethods = false)
class MitIdFields {

    @Bean
    static FieldSet mitidFieldSet() {
        return FieldSet.of("mitid")
                .code("mitIdProofing")
                .code("mitIdSupportingDocument")
                .code("mitIdLevel")
                .code("authenticator")
                .text("witnessName")
                .code("witnessDocument")
                .code("witnessAdult")
                .integer("witnessMitIdDays")
                .integer("witnessTimes")
                .text("mitIdPostponeReason")
                .text("mitIdRefusalReason")
                .code("mitIdDecision")
                .text("mitIdVerifiedBy")
                .dateTime("mitIdVerifiedAt")
                .text("mitIdNumber")
                .code("mitIdDocument")
                .code("guardianConsent")
                .date("witnessBirthDate")
                .date("mitIdReturnOn")
                .text("mitIdReturnNote")
                .code("mitIdComplaintGuidance")
                .text("mitIdRejection")
                .dateTime("mitIdCreatedAt");
    }
}
