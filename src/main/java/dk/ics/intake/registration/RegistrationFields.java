package dk.ics.intake.registration;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.registration}. */
@Configuration(proxyBeanMethods = false)
class RegistrationFields {

    @Bean
    static FieldSet registrationFieldSet() {
        return FieldSet.of("registration")
                .text("existingNumber")
                .text("existingNumberName")
                .text("existingNumberAddress")
                .code("existingNumberDecision")
                .text("existingNumberReason")
                .code("housingProven")
                .date("registrationDate")
                .code("registrationDecision")
                .text("registrationRefusalReason")
                .text("registrationDecidedBy")
                .dateTime("registrationDecidedAt")
                .text("cprNumber")
                .text("cprRejection")
                .dateTime("registeredAt");
    }
}
