package dk.ics.intake.benefit;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.benefit}; {@code u2…} is what stands on PD U2. */
@Configuration(proxyBeanMethods = false)
class BenefitFields {

    @Bean
    static FieldSet benefitFieldSet() {
        return FieldSet.of("benefit")
                .text("u2Pin")
                .text("u2BirthName")
                .date("u2From")
                .code("u2PeriodEnd")
                .date("u2Until")
                .integer("u2MaxDays")
                .date("u2RegisterBy")
                .text("u2AdditionalInformation")
                .text("u2Institution")
                .code("u2InstitutionCountry")
                .date("benefitRegisteredOn")
                .code("jobnetCvTold")
                .code("obligationsTold")
                .code("institutionTold")
                .text("benefitRefusalReason")
                .code("benefitDecision")
                .text("benefitDecidedBy")
                .dateTime("benefitDecidedAt");
    }
}
