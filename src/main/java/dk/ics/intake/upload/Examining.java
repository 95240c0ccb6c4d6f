package dk.ics.intake.upload;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/**
 * What runs in the process of a {@link dk.ics.intake.sandbox.Sandbox}: reads a request (type, most pages, most pixels,
 * length, bytes), answers it (code of a refusal or nothing, shorter side, sharpness, length, the picture written anew), and
 * so on until the requests end. Uses nothing of the application.
 */
final class Examining {

    private Examining() {}

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
            int pages = in.readInt();
            int pixels = in.readInt();
            answer(out, type, pages, pixels, in.readNBytes(in.readInt()));
            out.flush();
        }
    }

    private static void answer(DataOutputStream out, String type, int pages, int pixels, byte[] content)
            throws IOException {
        String code = "";
        Picture picture = Picture.NONE;
        try {
            Mixed.refuse(content);
            if (type.equals("application/pdf")) {
                PdfFile.examine(content, pages, pixels);
            } else {
                picture = Picture.anew(type, content, pixels);
            }
        } catch (Refusal refused) {
            code = refused.code();
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Libraries fail in every way on files that were made to; the file is what is wrong.
            code = Refusal.BROKEN;
        }
        out.writeUTF(code);
        out.writeInt(picture.shorterSide());
        out.writeDouble(picture.sharpness());
        out.writeInt(picture.content().length);
        out.write(picture.content());
    }
}
