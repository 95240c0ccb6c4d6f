package dk.ics.intake.casefile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields that every case has: its codes, and the person with the particulars of CPR-loven § 20. */
@Configuration(proxyBeanMethods = false)
class CaseFields {

    @Bean
    static FieldSet caseFileFieldSet() {
        return FieldSet.ofCase().code("municipality").code("category").code("channel");
    }

    @Bean
    static FieldSet personFieldSet() {
        return person();
    }

    static FieldSet person() {
        return FieldSet.of("person")
                .text("familyName")
                .text("givenNames")
                .code("sex")
                .date("birthDate")
                .text("birthPlace")
                .code("birthCountry")
                .code("citizenship")
                .code("identityDocumentType")
                .code("identityDocumentState")
                .text("identityDocumentNumber")
                .date("identityDocumentExpiry")
                .text("statedZone")
                .text("foreignPersonalNumber")
                .text("danishPersonalNumber")
                .text("previousAddress")
                .code("previousCountry")
                .date("arrivalDate")
                .code("plannedStay")
                .date("plannedDepartureDate")
                .text("addressLine")
                .text("postalCode")
                .text("city")
                .text("coName")
                .code("housingBasis")
                .date("housingFrom")
                .code("maritalStatus")
                .date("maritalStatusDate")
                .text("maritalStatusAuthority")
                .bool("churchMember")
                .list("relatives")
                .text("email")
                .text("phone")
                .code("language")
                .text("employer")
                .date("jobStart")
                .decimal("weeklyHours")
                .bool("wantsTaxCard")
                .bool("wantsMitId")
                .bool("holdsResidenceDocument")
                .bool("wantsUnemploymentBenefit")
                .bool("wantsGuidance")
                .code("relationToApplicant")
                .bool("previouslyResident");
    }
}
