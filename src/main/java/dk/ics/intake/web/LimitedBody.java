package dk.ics.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request up to a limit. */
final class LimitedBody {

    private LimitedBody() {}

    /** The body, or null if it has more bytes than the limit. */
    static byte @Nullable [] read(HttpServletRequest request, long limit) throws IOException {
        InputStream in = request.getInputStream();
        if (request.getContentLengthLong() <= limit) {
            byte[] body = in.readNBytes(Math.toIntExact(limit) + 1);
            if (body.length <= limit) {
                return body;
            }
        }
        // Most senders read the answer only after they have sent all; those far above the limit are cut off.
        byte[] thrownAway = new byte[8192];
        for (long left = limit; left > 0; ) {
            int count = in.read(thrownAway);
            if (count < 0) {
                break;
            }
            left -= count;
        }
        return null;
    }
}
