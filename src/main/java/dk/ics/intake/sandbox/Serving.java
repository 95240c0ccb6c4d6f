package dk.ics.intake.sandbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The other end of a {@link Sandbox}: what its programs have in common. Uses nothing of the application. */
public final class Serving {

    private Serving() {}

    /** Reads the rest of one request and writes its whole answer. */
    @FunctionalInterface
    public interface Answering {

        /** @param type the first word of the request: the type of the file */
        void answer(String type, DataInputStream request, DataOutputStream answer) throws IOException;
    }

    /** Answers what comes on standard input, until it ends. */
    public static void serve(Answering program) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(System.out);
        // A library that prints must not print into an answer.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        while (true) {
            String type;
            try {
                type = in.readUTF();
            } catch (EOFException noMore) {
                return;
            }
            program.answer(type, in, out);
            out.flush();
        }
    }
}
