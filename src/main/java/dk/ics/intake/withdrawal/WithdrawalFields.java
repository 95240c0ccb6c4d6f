package dk.ics.intake.withdrawal;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.withdrawal}. */
@Configuration(proxyBeanMethods = false)
class WithdrawalFields {

    @Bean
    static FieldSet withdrawalFieldSet() {
        return FieldSet.of("withdrawal")
                .code("withdrawnBy")
                .code("withdrawalChannel")
                .date("withdrawalReceivedOn")
                .text("withdrawalNote")
                .code("withdrawalStage")
                .dateTime("withdrawalDecidedAt");
    }
}
