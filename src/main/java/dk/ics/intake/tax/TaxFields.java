package dk.ics.intake.tax;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.tax}. */
@Configuration(proxyBeanMethods = false)
class TaxFields {

    @Bean
    static FieldSet taxFieldSet() {
        return FieldSet.of("tax")
                .code("taxFormSigned")
                .code("taxContractSigned")
                .code("taxIdentityCopied")
                .code("taxCopiesLegible")
                .code("taxMarriageIncluded")
                .code("taxPermitIncluded")
                .code("taxSentHow")
                .text("taxGuidance")
                .text("taxNote")
                .text("taxRejection")
                .text("taxRejectionNote")
                .code("taxDecision")
                .text("taxCheckedBy")
                .dateTime("taxCheckedAt")
                .text("taxReceiptNumber")
                .dateTime("taxForwardedAt");
    }
}
