package dk.ics.intake.upload;

import dk.ics.intake.sandbox.Sandbox;
import dk.ics.intake.sandbox.Sandbox.Outcome;
import dk.ics.intake.upload.Examined.Fine;
import dk.ics.intake.upload.Examined.Refused;
import jakarta.annotation.PreDestroy;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Service;

/**
 * Examines files in processes of their own. What a file is shows in its content: its name and what the sender calls it are
 * not believed.
 */
@Service
public class Examiner {

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private final UploadProperties properties;
    private final Sandbox processes;
    private final Tika tika = new Tika();

    Examiner(UploadProperties properties) {
        this.properties = properties;
        this.processes = new Sandbox(
                Examining.class,
                new Sandbox.Limits(
                        properties.examiners(),
                        properties.memory(),
                        properties.longest(),
                        properties.patience(),
                        properties.idle()));
    }

    /** What the content is by its first bytes, for example {@code application/zip}. */
    public String typeOf(byte[] content) {
        return tika.detect(content);
    }

    public Examined examine(byte[] content) {
        String type = typeOf(content);
        if (!TYPES.contains(type)) {
            return new Refused("file.kind", List.of());
        }
        Outcome<Examined> outcome = processes.ask(new Question(type, content));
        if (outcome instanceof Outcome.Answered<Examined> answered) {
            return answered.answer();
        }
        // Files that ask for more time or memory than any paper needs are made to.
        return new Refused(outcome instanceof Outcome.Busy ? "file.busy" : Refusal.HUGE, List.of());
    }

    /** As {@link Examining} reads and answers. */
    private final class Question implements Sandbox.Exchange<Examined> {

        private final String type;
        private final byte[] content;

        Question(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        @Override
        public void write(DataOutputStream request) throws IOException {
            request.writeUTF(type);
            request.writeInt(properties.pages());
            request.writeInt(properties.pixels());
            request.writeInt(content.length);
            request.write(content);
        }

        @Override
        public Examined read(DataInputStream answer) throws IOException {
            String code = answer.readUTF();
            int shorterSide = answer.readInt();
            double sharpness = answer.readDouble();
            byte[] anew = answer.readNBytes(answer.readInt());
            if (!code.isEmpty()) {
                return new Refused(code, code.equals(Refusal.PAGES) ? List.of(properties.pages()) : List.of());
            }
            List<String> hints = new ArrayList<>();
            if (anew.length > 0 && shorterSide < properties.shorterSide()) {
                hints.add("small");
            }
            if (anew.length > 0 && sharpness < properties.sharpness()) {
                hints.add("blurred");
            }
            return new Fine(type, anew.length == 0 ? content : anew, List.copyOf(hints));
        }
    }

    @PreDestroy
    void close() {
        processes.close();
    }
}
