package dk.ics.intake.pageimage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a telephone was held when it took a photograph: it writes the picture as its sensor lies, and in the Exif block of the
 * JPEG (tag 0x0112) how to turn it.
 */
final class Orientation {

    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** Quarter turns clockwise that set the picture upright; none if the file does not say. */
    static int quarterTurns(byte[] jpeg) {
        try {
            return switch (tag(ByteBuffer.wrap(jpeg))) {
                case 6 -> 1;
                case 3 -> 2;
                case 8 -> 3;
                default -> 0;
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException nothingSaid) {
            return 0;
        }
    }

    private static int tag(ByteBuffer file) {
        file.position(2);
        while ((file.get() & 0xFF) == 0xFF) {
            int marker = file.get() & 0xFF;
            int next = file.position() + (file.getShort() & 0xFFFF);
            if (marker == START_OF_SCAN) {
                return 0;
            }
            if (marker == APP1 && ((long) file.getShort() << 32 | file.getInt() & 0xFFFFFFFFL) == EXIF) {
                return inBlock(file.slice());
            }
            file.position(next);
        }
        return 0;
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
        return 0;
    }
}
