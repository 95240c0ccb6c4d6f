package dk.ics.intake.oversight;

import dk.ics.intake.municipality.MunicipalityCode;
import java.time.Instant;

/**
 * A control as the list shows it: nothing of whose identity it is but the number of the case.
 *
 * @param number 0 for a control of before they were kept one by one
 * @param employee user id of who made it
 * @param employeeName the account's name, the user id if there is none any more
 */
public record ControlLine(
        String reference,
        int number,
        Instant at,
        MunicipalityCode municipality,
        String employee,
        String employeeName,
        ControlOutcome outcome,
        boolean doubt,
        boolean photo,
        String procedure,
        SupervisionState supervision) {}
