package dk.ics.intake.process;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.Forwarding;
import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.authority.Receipt;
import dk.ics.intake.authority.ReceiptInbox;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.healthcard.CardDelivery;
import dk.ics.intake.identity.NidcReferrals;
import dk.ics.intake.residence.SiriDecisions;
import dk.ics.intake.tax.TaxApplications;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes receipts of authorities: first kept, then, in a transaction of its own, given to the process that waits.
 *
 * <p>A process that does not wait yet finds the receipt when it looks for it; one that has ended has it in its journal.
 */
@Service
public class Receipts {

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int TRIES = 5;

    private record Waiting(
            String message, RoutingVariable answer, BiFunction<CaseReference, Receipt, Optional<String>> take) {}

    private final Map<Authority, Waiting> waiting;
    private final ReceiptInbox inbox;
    private final Forwardings forwardings;
    private final CaseFile caseFile;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;

    Receipts(
            ReceiptInbox inbox,
            Forwardings forwardings,
            CaseFile caseFile,
            SiriDecisions siri,
            TaxApplications tax,
            CardDelivery card,
            NidcReferrals nidc,
            RuntimeService runtime,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.forwardings = forwardings;
        this.caseFile = caseFile;
        this.runtime = runtime;
        this.transaction = transaction;
        this.waiting = Map.of(
                Authority.SIRI, new Waiting("siriDecisionReceived", RoutingVariable.SIRI_ANSWER, siri::take),
                Authority.SKATTESTYRELSEN, new Waiting("taxReceiptReceived", RoutingVariable.TAX_ANSWER, tax::take),
                Authority.HEALTH_INSURANCE, new Waiting("cardReceiptReceived", RoutingVariable.CARD_ANSWER, card::take),
                Authority.NIDC, new Waiting("nidcAnswerReceived", RoutingVariable.NIDC_ANSWER, nidc::take));
    }

    /** Keeps a receipt and gives it to the process that waits for it. A repetition is no fault. */
    public void take(Receipt receipt) {
        transaction.executeWithoutResult(status -> keep(receipt));
        inbox.unapplied(receipt.authority(), receipt.receiptId()).ifPresent(this::applyOrKeep);
    }

    /** Applies what a crash left between keeping and applying. */
    @EventListener(ApplicationReadyEvent.class)
    public void applyKept() {
        inbox.unapplied().forEach(this::applyOrKeep);
    }

    private void keep(Receipt receipt) {
        if (inbox.keep(receipt)) {
            own(receipt)
                    .ifPresent(forwarding -> caseFile.journal(
                            forwarding.reference(),
                            new Act(
                                    forwarding.step(),
                                    Act.SYSTEM,
                                    receipt.kind().name()),
                            "Kvittering fra " + receipt.authority().danishName() + ": "
                                    + receipt.kind().danishText()));
        }
    }

    /** It is kept already, so the authority need not send it again whatever happens here. */
    private void applyOrKeep(Receipt receipt) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                transaction.executeWithoutResult(status -> apply(receipt));
                return;
            } catch (OptimisticLockingException someoneElseMoved) {
                LOG.debug("Receipt {} meets another change, try {}", receipt, attempt);
            } catch (RuntimeException e) {
                LOG.error("Receipt {} is kept but not applied: {}", receipt, SafeFailure.describe(e));
                return;
            }
        }
        LOG.error("Receipt {} is kept but not applied, others were always first", receipt);
    }

    private void apply(Receipt receipt) {
        // The case first, as a call outward does: locked the other way round each could wait for the other. Only if
        // something waits: an authority may send its receipt before it answers the call that holds the case.
        forwardings.waitingCase(receipt.forwardingId()).ifPresent(caseFile::lock);
        Optional<Forwarding> known = own(receipt);
        if (known.isEmpty()) {
            return;
        }
        Forwarding forwarding = known.get();
        Waiting process = waiting.get(receipt.authority());
        if (process == null
                || !receipt.kind().isFinal()
                || forwarding.state() == Forwarding.State.ANSWERED
                || forwardings.isReplaced(forwarding)
                || hasEnded(forwarding)) {
            inbox.applied(receipt);
        } else if (forwarding.state() == Forwarding.State.WAITING && waits(forwarding, process.message())) {
            answer(forwarding, process, receipt);
        }
    }

    private void answer(Forwarding forwarding, Waiting process, Receipt receipt) {
        inbox.applied(receipt);
        process.take().apply(forwarding.reference(), receipt).ifPresent(answer -> {
            forwardings.reached(forwarding, Forwarding.State.ANSWERED);
            // Names no tenant: a waiting instance has one, and "without" would not find it.
            runtime.createMessageCorrelation(process.message())
                    .processInstanceId(forwarding.processInstanceId())
                    .setVariable(process.answer().key(), answer)
                    .correlate();
        });
    }

    /** An authority answers for its own forwardings only. */
    private Optional<Forwarding> own(Receipt receipt) {
        return forwardings
                .lock(receipt.forwardingId())
                .filter(forwarding -> forwarding.authority() == receipt.authority());
    }

    private boolean waits(Forwarding forwarding, String message) {
        return runtime.createEventSubscriptionQuery()
                        .processInstanceId(forwarding.processInstanceId())
                        .eventType("message")
                        .eventName(message)
                        .count()
                > 0;
    }

    private boolean hasEnded(Forwarding forwarding) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(forwarding.processInstanceId())
                        .count()
                == 0;
    }
}
