package dk.ics.intake.pageimage;

import dk.ics.intake.pageimage.PageImage.Reason;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * What runs in the process of a {@link dk.ics.intake.sandbox.Sandbox}: reads a request (type, page, length, bytes), answers it (name of a {@link
 * Reason} or nothing, number of pages, length, JPEG), and so on until the requests end. Uses nothing of the application.
 */
final class Painting {

    /** Pixels of the longer side: an A4 page at 150 points an inch, good to read at twice the width of a column. */
    static final int LONGEST_SIDE = 1754;

    private static final float QUALITY = 0.85f;

    /** A page as it was drawn, and how many there are. */
    record Drawn(BufferedImage image, int pages) {}

    private Painting() {}

    public static void main(String[] arguments) throws IOException {
        OutputStream answers = System.out;
        // A library that prints must not print into an answer.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        serve(System.in, answers);
    }

    static void serve(InputStream requests, OutputStream answers) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
        DataOutputStream out = new DataOutputStream(answers);
        while (true) {
            String type;
            try {
                type = in.readUTF();
            } catch (EOFException noMore) {
                return;
            }
            int page = in.readInt();
            byte[] content = in.readNBytes(in.readInt());
            answer(out, type, page, content);
            out.flush();
        }
    }

    private static void answer(DataOutputStream out, String type, int page, byte[] content) throws IOException {
        try {
            Drawn drawn =
                    type.equals("application/pdf") ? PdfPages.draw(content, page) : Pictures.draw(type, content, page);
            byte[] jpeg = jpeg(drawn.image());
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

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        try (ImageOutputStream target = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
