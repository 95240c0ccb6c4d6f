package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who supervises a control had no part in it, whatever role the user had then: nobody reviews, follows up or controls anew
 * what he made, looked at or decided himself.
 */
@Service
public class Supervisors {

    private static final String ANEW = "recontrolIdentity";
    private static final Set<String> TASKS = Set.of("reviewControl", "closeFinding", ANEW);

    private final JdbcClient jdbc;

    Supervisors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the user task of that id is kept from whoever had a part in the control. */
    public static boolean isPartOf(String task) {
        return TASKS.contains(task);
    }

    /** Whether the user task of that id is a control anew. */
    public static boolean isControlAnew(String task) {
        return ANEW.equals(task);
    }

    /** Whether the user had a part in controlling the identity of the case. */
    @Transactional(readOnly = true)
    public boolean isKeptFrom(CaseReference reference, String userId) {
        return jdbc.sql("select exists (select from ics.acted_in_control(:reference, null) actor where actor = :user)")
                .param("reference", reference.value())
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The same of whoever has just controlled the identity anew, in the transaction that keeps it: that control is no part
     * in the one before. Whoever has the task had no part when he got it.
     */
    @Transactional(readOnly = true)
    public boolean wasKeptFrom(CaseReference reference, String userId) {
        return jdbc.sql("""
                        select exists (
                          select from ics.acted_in_control(:reference, (
                            select control_no from ics.supervision_recontrol
                            where case_reference = :reference and made_by = :user order by made_at desc limit 1)) actor
                          where actor = :user)
                        """)
                .param("reference", reference.value())
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }
}
