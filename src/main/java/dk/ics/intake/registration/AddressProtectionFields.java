package dk.ics.intake.registration;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Name and address protection, kept in the table {@code ics.address_protection}. */
@Configuration(proxyBeanMethods = false)
class AddressProtectionFields {

    @Bean
    static FieldSet addressProtectionFieldSet() {
        return FieldSet.of("address_protection")
                .code("addressProtection")
                .date("addressProtectionFrom")
                .date("addressProtectionUntil");
    }
}
