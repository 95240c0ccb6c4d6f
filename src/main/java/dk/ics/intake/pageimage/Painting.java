package dk.ics.intake.pageimage;

import dk.ics.intake.pageimage.PageImage.Reason;
import dk.ics.intake.sandbox.Jpeg;
import dk.ics.intake.sandbox.Serving;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What runs in the process of a {@link dk.ics.intake.sandbox.Sandbox}: reads a request (type, page, length, bytes) and
 * answers it (name of a {@link Reason} or nothing, number of pages, length, JPEG). Uses nothing of the application.
 */
final class Painting {

    /** Pixels of the longer side: an A4 page at 150 points an inch, good to read at twice the width of a column. */
    static final int LONGEST_SIDE = 1754;

    private static final float QUALITY = 0.85f;

    /** A page as it was drawn, and how many there are. */
    record Drawn(BufferedImage image, int pages) {}

    private Painting() {}

    public static void main(String[] arguments) throws IOException {
        Serving.serve(Painting::answer);
    }

    static void answer(String type, DataInputStream in, DataOutputStream out) throws IOException {
        int page = in.readInt();
        byte[] content = in.readNBytes(in.readInt());
        try {
            Drawn drawn =
                    type.equals("application/pdf") ? PdfPages.draw(content, page) : Pictures.draw(type, content, page);
            byte[] jpeg = Jpeg.of(drawn.image(), QUALITY);
            out.writeUTF("");
            out.writeInt(drawn.pages());
            out.writeInt(jpeg.length);
            out.write(jpeg);
        } catch (NoPage none) {
            refuse(out, none.reason());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Libraries fail in every way on files that were made to; the file is what is wrong.
            refuse(out, Reason.UNREADABLE);
        }
    }

    private static void refuse(DataOutputStream out, Reason reason) throws IOException {
        out.writeUTF(reason.name());
        out.writeInt(0);
        out.writeInt(0);
    }
}
