package dk.ics.intake.healthcard;

import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.authority.Receipt;
import dk.ics.intake.authority.ReceiptKind;
import dk.ics.intake.authority.Replies;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the card that was ordered has come: about 14 days by post, to be claimed within 60 (stpk.dk). */
@Service
public class CardDelivery {

    private static final String STEP = "awaitDelivery";
    private static final String DEADLINE = "healthCardDelivery";
    private static final String ORDERED_AT = "healthCardOrderedAt";

    private final CaseFile caseFile;
    private final Forwardings forwardings;
    private final Replies replies;
    private final Deadlines deadlines;
    private final DeliveryTimes times;
    private final DanishCalendar calendar;

    CardDelivery(
            CaseFile caseFile,
            Forwardings forwardings,
            Replies replies,
            Deadlines deadlines,
            DeliveryTimes times,
            DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.forwardings = forwardings;
        this.replies = replies;
        this.deadlines = deadlines;
        this.times = times;
        this.calendar = calendar;
    }

    /**
     * What has become of the card: {@code delivered}, {@code returned}, or {@code none} yet. From here on the receipts of
     * the order are for the instance that watches.
     */
    @Transactional
    public String lookFor(CaseReference reference, String processInstanceId) {
        // The forwarding first: a receipt that is being applied has it before it has the case.
        forwardings.passOn(reference, HealthCards.STEP, processInstanceId);
        deadlines.set(reference, DEADLINE, due(reference));
        return replies.lookFor(reference, HealthCards.STEP, receipt -> take(reference, receipt));
    }

    /** Writes the receipt to the case file: {@code delivered} or {@code returned}. */
    @Transactional
    public Optional<String> take(CaseReference reference, Receipt receipt) {
        if (receipt.kind() != ReceiptKind.ACCEPTERET) {
            caseFile.journal(reference, new Act(STEP, Act.SYSTEM, "returned"), "Sundhedskortet er ikke kommet frem");
            return Optional.of("returned");
        }
        delivered(reference, new Act(STEP, Act.SYSTEM, "delivered"), calendar.today());
        return Optional.of("delivered");
    }

    void delivered(CaseReference reference, Act act, LocalDate on) {
        caseFile.write(reference, Map.of("cardDeliveredOn", on), act);
        deadlines.meet(reference, DEADLINE);
    }

    /** The day on which somebody asks for the card if it has not come. */
    public LocalDate due(CaseReference reference) {
        return times.next(orderedOn(reference), calendar);
    }

    /** Whether it can still be claimed as not received. */
    boolean isClaimable(CaseReference reference) {
        return !calendar.today().isAfter(orderedOn(reference).plusDays(times.claimDays()));
    }

    private LocalDate orderedOn(CaseReference reference) {
        OffsetDateTime at =
                (OffsetDateTime) caseFile.read(reference, List.of(ORDERED_AT)).get(ORDERED_AT);
        return at == null
                ? calendar.today()
                : at.atZoneSameInstant(DanishCalendar.COPENHAGEN).toLocalDate();
    }
}
