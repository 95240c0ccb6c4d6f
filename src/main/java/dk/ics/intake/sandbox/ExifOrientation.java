package dk.ics.intake.sandbox;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: Exif tag 0x0112, 1 to 8 (Exif 2.3, 4.6.4). */
public final class ExifOrientation {

    public static final int NORMAL = 1;

    private static final int LAST = 8;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /** {@link #NORMAL} if the file does not say. */
    public static int of(byte[] jpeg) {
        try {
            int said = tag(ByteBuffer.wrap(jpeg));
            return said >= NORMAL && said <= LAST ? said : NORMAL;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException nothingSaid) {
            return NORMAL;
        }
    }

    /** Whether width and height change places when the picture is set upright. */
    public static boolean isLying(int orientation) {
        return orientation > LAST / 2;
    }

    /** What turns and mirrors a picture of this size so that it stands upright. */
    public static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int tag(ByteBuffer file) {
        file.position(2);
        while ((file.get() & 0xFF) == 0xFF) {
            int marker = file.get() & 0xFF;
            int next = file.position() + (file.getShort() & 0xFFFF);
            if (marker == START_OF_SCAN) {
                return NORMAL;
            }
            if (marker == APP1 && ((long) file.getShort() << 32 | file.getInt() & 0xFFFFFFFFL) == EXIF) {
                return inBlock(file.slice());
            }
            file.position(next);
        }
        return NORMAL;
    }

    private static int inBlock(ByteBuffer block) {
        block.order(block.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = block.getInt(4);
        int entries = block.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0; entries--, at += ENTRY) {
            if ((block.getShort(at) & 0xFFFF) == TAG) {
                return block.getShort(at + 8);
            }
        }
        return NORMAL;
    }
}
