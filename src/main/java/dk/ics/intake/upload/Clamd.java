package dk.ics.intake.upload;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ClamAV's daemon, asked by its command {@code INSTREAM} over TCP (clamd(8)), a connection for each file. */
final class Clamd implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 1000;

    private final String host;
    private final int port;
    private final int timeout;

    Clamd(UploadProperties.Clamd where) {
        host = Objects.requireNonNull(where.host(), "ics.upload.clamd.host");
        port = where.port();
        timeout = Math.toIntExact(where.timeout().toMillis());
    }

    @Override
    public Verdict scan(byte[] content) {
        try {
            String answer = ask(content);
            if (answer.endsWith(" OK")) {
                return Verdict.CLEAN;
            }
            if (answer.endsWith(" FOUND")) {
                LOG.warn("A file was refused: {}", answer);
                return Verdict.INFECTED;
            }
            LOG.error("The virus scanner at {}:{} did not scan: {}", host, port, answer);
        } catch (IOException e) {
            LOG.error("The virus scanner at {}:{} does not answer: {}", host, port, e.toString());
        }
        return Verdict.UNKNOWN;
    }

    private String ask(byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), timeout);
            socket.setSoTimeout(timeout);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < content.length; at += PIECE) {
                int length = Math.min(PIECE, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.US_ASCII)
                    .replace('\0', ' ')
                    .strip();
        }
    }
}
