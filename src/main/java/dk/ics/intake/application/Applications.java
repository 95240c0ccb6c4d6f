package dk.ics.intake.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Quarantine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the cases of an application, once. */
@Service
public class Applications {

    /** How cases that come this way are marked. */
    public static final String CHANNEL = "selfService";

    private static final Act RECEIVED = Act.bySystem("applicationReceived");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseFile caseFile;
    private final Documents documents;
    private final Quarantine quarantine;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Applications(JdbcClient jdbc, Clock clock, CaseFile caseFile, Documents documents, Quarantine quarantine) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.caseFile = caseFile;
        this.documents = documents;
        this.quarantine = quarantine;
    }

    /**
     * Opens one case a person, or finds those that were opened when the same key or the same content came before. Of
     * two that come at once the later waits for the earlier and then finds its cases.
     *
     * @param idempotencyKey what the sender calls this application, or null
     * @throws IdempotencyKeyReused if the key came with other content before
     */
    @Transactional
    public Received receive(SubmittedApplication application, @Nullable String idempotencyKey) {
        if (idempotencyKey != null) {
            claimKey(idempotencyKey, application.contentSha256());
        }
        UUID id = ids.generate();
        int isNew = jdbc.sql("""
                        insert into ics.application (id, content_sha256, received_at) values (:id, :content, :at)
                        on conflict (content_sha256) do nothing
                        """)
                .param("id", id)
                .param("content", application.contentSha256())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return isNew == 1
                ? new Received(open(id, application), true)
                : new Received(casesOf(application.contentSha256()), false);
    }

    /** Keys before contents, in every transaction, so that two senders cannot lock each other out. */
    private void claimKey(String key, String content) {
        String keySha256 = ContentHash.sha256(key.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        insert into ics.application_key (key_sha256, content_sha256) values (:key, :content)
                        on conflict (key_sha256) do nothing
                        """).param("key", keySha256).param("content", content).update();
        String first = jdbc.sql("select content_sha256 from ics.application_key where key_sha256 = :key")
                .param("key", keySha256)
                .query(String.class)
                .single();
        if (!first.equals(content)) {
            throw new IdempotencyKeyReused();
        }
    }

    private List<CaseReference> open(UUID id, SubmittedApplication application) {
        List<CaseReference> references = new ArrayList<>();
        for (SubmittedPerson person : application.persons()) {
            CaseReference reference = caseFile.open(person.municipality(), person.category(), CHANNEL, RECEIVED);
            caseFile.write(reference, person.values(), RECEIVED);
            for (SubmittedDocument document : person.documents()) {
                if (document.scanned()) {
                    documents.add(reference, document.type().code(), document.file(), "application", RECEIVED);
                } else {
                    quarantine.hold(reference, document.type().code(), document.file(), "application", RECEIVED);
                }
            }
            jdbc.sql("""
                            insert into ics.application_case (application_id, position, case_reference)
                            values (:id, :position, :reference)
                            """)
                    .param("id", id)
                    .param("position", references.size())
                    .param("reference", reference.value())
                    .update();
            references.add(reference);
        }
        return List.copyOf(references);
    }

    private List<CaseReference> casesOf(String content) {
        return jdbc.sql("""
                        select c.case_reference
                        from ics.application a join ics.application_case c on c.application_id = a.id
                        where a.content_sha256 = :content
                        order by c.position
                        """)
                .param("content", content)
                .query((row, number) -> new CaseReference(row.getString("case_reference")))
                .list();
    }
}
