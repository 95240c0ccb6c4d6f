package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.healthcard}. */
@Configuration(proxyBeanMethods = false)
class HealthCardFields {

    @Bean
    static FieldSet healthcardFieldSet() {
        return FieldSet.of("healthcard")
                .list("offeredDoctors")
                .code("insuranceGroup")
                .text("doctorNumber")
                .text("doctorName")
                .text("doctorAddress")
                .code("insuranceCountry")
                .code("temporaryCertificate")
                .date("temporaryCertificateIssuedOn")
                .date("cardDeliveredOn")
                .text("cardNote")
                .text("noDoctorNote")
                .text("healthCardOrderNumber")
                .dateTime("healthCardOrderedAt");
    }
}
