package dk.ics.intake.departure;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.departure}. */
@Configuration(proxyBeanMethods = false)
class DepartureFields {

    @Bean
    static FieldSet departureFieldSet() {
        return FieldSet.of("departure")
                .code("departureKind")
                .date("departureDate")
                .code("departureReportedBy")
                .text("departureNote")
                .dateTime("departureDecidedAt");
    }
}
