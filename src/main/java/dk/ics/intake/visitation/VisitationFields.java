package dk.ics.intake.visitation;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.visitation}. */
@Configuration(proxyBeanMethods = false)
class VisitationFields {

    @Bean
    static FieldSet visitationFieldSet() {
        return FieldSet.of("visitation")
                .text("missingDocuments")
                .text("duplicateReason")
                .code("assessment")
                .text("assessedBy")
                .dateTime("assessedAt")
                .text("assessmentNote")
                .text("requestMessage")
                .text("referredTo")
                .text("referralReason")
                .text("documentsNote")
                .list("receivedPapers")
                .dateTime("appointmentAt")
                .text("appointmentNote")
                .code("appointmentState")
                .integer("appointmentSequence")
                .bool("siriPlace")
                .integer("noShows")
                .dateTime("checkedInAt")
                .text("attendanceNote")
                .dateTime("calledUpAt")
                .integer("desk")
                .list("chosenServices")
                .text("servicesReason")
                .text("correctedFacts");
    }
}
