package dk.ics.intake.upload;

import dk.ics.intake.sandbox.Serving;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What runs in the process of a {@link dk.ics.intake.sandbox.Sandbox}: reads a request (type, most pages, most pixels,
 * length, bytes) and answers it (code of a refusal or nothing, shorter side, sharpness, length, the picture written anew).
 * Uses nothing of the application.
 */
final class Examining {

    private Examining() {}

    public static void main(String[] arguments) throws IOException {
        Serving.serve(Examining::answer);
    }

    static void answer(String type, DataInputStream in, DataOutputStream out) throws IOException {
        int pages = in.readInt();
        int pixels = in.readInt();
        byte[] content = in.readNBytes(in.readInt());
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
