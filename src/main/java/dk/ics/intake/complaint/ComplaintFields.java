package dk.ics.intake.complaint;

import dk.ics.intake.casefile.FieldSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fields of this capability, kept in the table {@code ics.complaint}. */
@Configuration(proxyBeanMethods = false)
class ComplaintFields {

    static final String TABLE = "complaint";

    @Bean
    static FieldSet complaintFieldSet() {
        return FieldSet.of(TABLE)
                .code("complaintDecision")
                .date("complaintReceivedOn")
                .code("complaintChannel")
                .text("complaintText")
                .date("complaintDecisionOn")
                .bool("complaintLate")
                .code("complaintOutcome")
                .text("complaintReasons")
                .text("complaintReconsideredBy")
                .dateTime("complaintReconsideredAt")
                .date("complaintCommentsDue")
                .code("complaintCommentsGiven")
                .date("complaintCommentsOn")
                .text("complaintComments")
                .text("complaintSentTo")
                .code("complaintSentWay")
                .date("complaintSentOn")
                .code("complaintAuthorityDecision")
                .date("complaintAuthorityDecisionOn")
                .text("complaintAuthorityCase")
                .text("complaintAuthorityNote");
    }
}
