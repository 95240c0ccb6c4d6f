package dk.ics.intake.residence;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.residence}. */
@Configuration(proxyBeanMethods = false)
class ResidenceFields {

    @Bean
    static FieldSet residenceFieldSet() {
        return FieldSet.of("residence")
                .date("siriSubmittedOn")
                .dateTime("siriAppointmentAt")
                .date("siriAttendedOn")
                .text("siriAttendanceNote")
                .text("siriNote")
                .code("siriDecision")
                .text("residenceDocumentNumber")
                .code("residenceGround")
                .date("residenceIssuedOn")
                .text("residenceRefusalReason")
                .code("residenceDecision")
                .text("residenceRecordedBy")
                .dateTime("residenceRecordedAt");
    }
}
