package dk.ics.intake.correction;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The correction under way, kept in the table {@code ics.correction_request}; done ones are in {@code ics.correction}. */
@Configuration(proxyBeanMethods = false)
class CorrectionFields {

    @Bean
    static FieldSet correctionFieldSet() {
        return FieldSet.of("correction_request")
                .code("correctionKind")
                .text("correctionReason")
                .text("newFamilyName")
                .text("newGivenNames")
                .code("newSex")
                .date("newBirthDate")
                .code("newCitizenship")
                .code("newIdentityDocumentType")
                .code("newIdentityDocumentState")
                .text("newIdentityDocumentNumber")
                .date("newIdentityDocumentExpiry")
                .code("newMaritalStatus")
                .date("newMaritalStatusDate")
                .text("newMaritalStatusAuthority")
                .text("newAddressLine")
                .text("newPostalCode")
                .text("newCity")
                .text("newCoName")
                .text("newEmail")
                .text("newPhone")
                .text("newEmployer")
                .date("newJobStart")
                .text("correctionEvidence")
                .text("correctionRefusalReason")
                .text("correctedBy")
                .text("correctionApprovalNote")
                .text("correctionApprovedBy");
    }
}
