package dk.ics.intake.report;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.letter.Typesetter;
import dk.ics.intake.time.DanishCalendar;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Document;

/**
 * Sets reports as PDF. Each that goes out is an entry of the ledger with its SHA-256: whoever is shown one later can be told
 * whether it is the one that was drawn.
 */
@Component
class IssuedPdfs {

    private final Typesetter typesetter;
    private final DanishCalendar calendar;
    private final Evidence evidence;
    private final TransactionTemplate transaction;

    IssuedPdfs(Typesetter typesetter, DanishCalendar calendar, Evidence evidence, TransactionTemplate transaction) {
        this.typesetter = typesetter;
        this.calendar = calendar;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    /** Not within a transaction: setting takes a while. */
    byte[] issue(Document page, String chain, Kind kind, Employee reader, Facts facts) {
        byte[] pdf = typesetter.pdf(page, calendar.today());
        facts.code("sha256", sha256(pdf));
        transaction.executeWithoutResult(status -> evidence.record(chain, kind, reader.userId(), facts));
        return pdf;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
