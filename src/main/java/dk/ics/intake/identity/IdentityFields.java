package dk.ics.intake.identity;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.identity}. */
@Configuration(proxyBeanMethods = false)
class IdentityFields {

    @Bean
    static FieldSet identityFieldSet() {
        return FieldSet.of("identity")
                .code("mrzReading")
                .text("mrz")
                .text("mrzMissingReason")
                .code("personPresent")
                .code("originalPresented")
                .code("documentGenuine")
                .code("photoMatches")
                .code("detailsMatch")
                .code("documentLegible")
                .code("controlResult")
                .text("doubtReason")
                .text("controlNote")
                .text("controlledBy")
                .dateTime("controlledAt")
                .code("procedureVersion")
                .integer("controlNo")
                .code("nidcStatement")
                .text("nidcCaseNumber")
                .code("secondOriginalPresented")
                .code("secondDocumentGenuine")
                .code("secondPhotoMatches")
                .code("secondDetailsMatch")
                .text("examinationFindings")
                .code("examinationResult")
                .text("examinedBy")
                .dateTime("examinedAt")
                .text("hearingText")
                .text("hearingGrounds")
                .dateTime("hearingSentAt")
                .date("hearingDeadline")
                .code("hearingChannel")
                .text("heardBy")
                .dateTime("heardAt")
                .code("hearingAnswer")
                .text("hearingAnswerText")
                .date("hearingAnswerOn")
                .code("approvalRequirements")
                .text("approvalReason")
                .text("refusalReason")
                .code("complaintGuidance")
                .code("identityDecision")
                .text("identityDecidedBy")
                .dateTime("identityDecidedAt");
    }
}
