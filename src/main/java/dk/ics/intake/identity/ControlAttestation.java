package dk.ics.intake.identity;

import dk.ics.intake.evidence.Attestation;
import dk.ics.intake.evidence.Facts;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entry of a control, the first or one made again, says which procedure it followed and which training was valid (§ 1 stk. 7 nos. 1 and 2). */
@Component
class ControlAttestation implements Attestation {

    private static final Set<String> FORMS = Set.of("controlIdentity", "recontrolIdentity");

    private final JdbcClient jdbc;

    ControlAttestation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean attests(String formId) {
        return FORMS.contains(formId);
    }

    @Override
    public void attest(String formId, String caseReference, String userId, Facts facts) {
        jdbc.sql("""
                        select control_no, procedure_version, decision_version from ics.control
                        where case_reference = :reference order by control_no desc limit 1
                        """)
                .param("reference", caseReference)
                .query((row, number) -> facts.code("control", row.getInt(1))
                        .code("procedure", row.getString(2))
                        .code("decisionVersion", row.getObject(3)))
                .optional()
                .ifPresent(known -> facts.code(
                        "training",
                        jdbc.sql("""
                                        select t.training_id::text from ics.control_training t
                                        where case_reference = :reference and control_no =
                                          (select max(control_no) from ics.control where case_reference = :reference)
                                        order by 1
                                        """)
                                .param("reference", caseReference)
                                .query(String.class)
                                .list()));
    }
}
