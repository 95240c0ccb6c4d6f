package dk.ics.intake.pageimage;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.pageimage.PageImage.NotShown;
import dk.ics.intake.pageimage.PageImage.Reason;
import dk.ics.intake.pageimage.PageImage.Shown;
import dk.ics.intake.sandbox.Sandbox;
import dk.ics.intake.sandbox.Sandbox.Outcome;
import jakarta.annotation.PreDestroy;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Draws pages of documents. Whatever is in the file, there is an answer, within the time and the memory that {@link
 * PageImageProperties} allow; nothing is kept, neither on disk nor in memory.
 */
@Service
@EnableConfigurationProperties(PageImageProperties.class)
public class PageImages {

    private final Sandbox painters;

    PageImages(PageImageProperties properties) {
        painters = new Sandbox(
                Painting.class,
                new Sandbox.Limits(
                        properties.painters(),
                        properties.memory(),
                        properties.longest(),
                        properties.patience(),
                        properties.idle()));
    }

    /** @param page from 1 */
    public PageImage of(DocumentFile file, int page) {
        if (page < 1) {
            return new NotShown(Reason.NO_SUCH_PAGE);
        }
        Outcome<PageImage> outcome = painters.ask(new Drawing(file, page));
        if (outcome instanceof Outcome.Answered<PageImage> answered) {
            return answered.answer();
        }
        return new NotShown(outcome instanceof Outcome.Busy ? Reason.BUSY : Reason.TOO_DEMANDING);
    }

    /** As {@link Painting} reads and answers. */
    private record Drawing(DocumentFile file, int page) implements Sandbox.Exchange<PageImage> {

        @Override
        public void write(DataOutputStream request) throws IOException {
            request.writeUTF(file.contentType());
            request.writeInt(page);
            request.writeInt(file.content().length);
            request.write(file.content());
        }

        @Override
        public PageImage read(DataInputStream answer) throws IOException {
            String outcome = answer.readUTF();
            int pages = answer.readInt();
            byte[] jpeg = answer.readNBytes(answer.readInt());
            return outcome.isEmpty() ? new Shown(jpeg, pages) : new NotShown(Reason.valueOf(outcome));
        }
    }

    @PreDestroy
    void close() {
        painters.close();
    }
}
