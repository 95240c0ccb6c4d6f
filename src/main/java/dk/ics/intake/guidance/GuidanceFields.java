package dk.ics.intake.guidance;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.guidance}. */
@Configuration(proxyBeanMethods = false)
class GuidanceFields {

    @Bean
    static FieldSet guidanceFieldSet() {
        return FieldSet.of("guidance")
                .bool("topicLabourRights")
                .bool("topicJobSearch")
                .bool("topicUnemploymentFund")
                .bool("topicUnions")
                .bool("topicSkills")
                .bool("topicOther")
                .date("guidanceGivenOn")
                .code("guidanceHow")
                .text("guidanceNote")
                .text("guidanceNotGivenReason")
                .code("guidanceDecision")
                .text("guidanceBy")
                .dateTime("guidanceRecordedAt");
    }
}
