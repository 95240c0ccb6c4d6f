package dk.ics.intake.relocation;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.relocation}. */
@Configuration(proxyBeanMethods = false)
class RelocationFields {

    @Bean
    static FieldSet relocationFieldSet() {
        return FieldSet.of("relocation")
                .code("relocationMunicipality")
                .date("relocatedOn")
                .text("relocationNote");
    }
}
