package dk.ics.intake.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Finds where a picture ends, and refuses what stands behind it, unless telephones write it there: a second picture (CIPA
 * DC-007), a few seconds of film (the box {@code ftyp} of ISO 14496-12), or the trailer of Samsung's cameras. That is left
 * behind when the picture is written anew.
 */
final class PictureEnd {

    private static final int SIGNATURE = 8;
    private static final int AROUND_A_CHUNK = 12;
    private static final int IEND = 0x49454E44;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private PictureEnd() {}

    static void refuseMore(String type, byte[] content) throws Refusal {
        int end;
        try {
            end = type.equals("image/png") ? ofPng(content) : ofJpeg(content, 0);
        } catch (RuntimeException cutOff) {
            throw new Refusal(Refusal.BROKEN);
        }
        boolean more = !Mixed.isPadding(content, end);
        if (more && (type.equals("image/png") || !isOfTelephone(content, end))) {
            throw new Refusal(Refusal.MIXED);
        }
    }

    private static int ofPng(byte[] content) {
        ByteBuffer file = ByteBuffer.wrap(content);
        int at = SIGNATURE;
        while (true) {
            int length = file.getInt(at);
            int type = file.getInt(at + 4);
            if (length < 0 || length > content.length - at - AROUND_A_CHUNK) {
                throw new IllegalArgumentException("A chunk goes beyond the file");
            }
            CRC32 sum = new CRC32();
            sum.update(content, at + 4, length + 4);
            if ((int) sum.getValue() != file.getInt(at + SIGNATURE + length)) {
                throw new IllegalArgumentException("A chunk is damaged");
            }
            at += length + AROUND_A_CHUNK;
            if (type == IEND) {
                return at;
            }
        }
    }

    private static int ofJpeg(byte[] content, int from) {
        int at = from + 2;
        while (true) {
            if ((content[at] & 0xFF) != 0xFF) {
                throw new IllegalArgumentException("There is no marker");
            }
            while ((content[at] & 0xFF) == 0xFF) {
                at++;
            }
            int marker = content[at++] & 0xFF;
            if (marker == END) {
                return at;
            }
            if (!standsAlone(marker)) {
                at += (content[at] & 0xFF) << 8 | content[at + 1] & 0xFF;
            }
            if (marker == START_OF_SCAN) {
                at = behindScan(content, at);
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= START;
    }

    /** In a scan a marker is what is neither a stuffed byte nor a restart. */
    private static int behindScan(byte[] content, int from) {
        int at = from;
        while (true) {
            if ((content[at] & 0xFF) == 0xFF) {
                int next = content[at + 1] & 0xFF;
                if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                    return at;
                }
            }
            at++;
        }
    }

    private static boolean isOfTelephone(byte[] content, int from) {
        int at = from;
        try {
            while (content.length - at > 4 && (content[at] & 0xFF) == 0xFF && (content[at + 1] & 0xFF) == START) {
                at = ofJpeg(content, at);
            }
        } catch (RuntimeException noPicture) {
            return false;
        }
        return Mixed.isPadding(content, at)
                || stands("ftyp", content, at + 4)
                || stands("SEFT", content, content.length - 4);
    }

    private static boolean stands(String word, byte[] content, int at) {
        return at + word.length() <= content.length
                && new String(content, at, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }
}
