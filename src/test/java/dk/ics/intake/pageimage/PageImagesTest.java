package dk.ics.intake.pageimage;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestPapers;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.pageimage.PageImage.NotShown;
import dk.ics.intake.pageimage.PageImage.Reason;
import dk.ics.intake.pageimage.PageImage.Shown;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Whatever file somebody sends: a page or a sentence, in bounded time and memory. */
class PageImagesTest {

    private static final PageImages IMAGES = images(Duration.ofSeconds(30));

    @AfterAll
    static void end() {
        IMAGES.close();
    }

    @Test
    void every_page_of_a_pdf_is_an_image_of_a_size_to_read() throws IOException {
        byte[] pdf = TestPapers.pdf(3, "Side");

        for (int page = 1; page <= 3; page++) {
            Shown shown = (Shown) IMAGES.of(file("application/pdf", pdf), page);
            assertThat(shown.pages()).isEqualTo(3);
            BufferedImage image = read(shown);
            assertThat(image.getHeight()).isBetween(Painting.LONGEST_SIDE - 2, Painting.LONGEST_SIDE);
            assertThat(image.getWidth()).isBetween(1230, 1245);
            assertThat(isDark(image, 200 + 83 * (page - 1), 1560))
                    .as("the bar of page " + page)
                    .isTrue();
            assertThat(isDark(image, 200 + 83 * page, 1560)).isFalse();
        }
        assertThat(IMAGES.of(file("application/pdf", pdf), 4)).isEqualTo(new NotShown(Reason.NO_SUCH_PAGE));
        assertThat(IMAGES.of(file("application/pdf", pdf), 0)).isEqualTo(new NotShown(Reason.NO_SUCH_PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_picture_is_drawn_anew_and_no_larger_than_it_is_shown(String format) throws IOException {
        byte[] content = TestPapers.picture(format, 4000, 3000);

        BufferedImage image = read((Shown) IMAGES.of(file("image/" + format, content), 1));

        assertThat(image.getWidth()).isEqualTo(Painting.LONGEST_SIDE);
        assertThat(image.getHeight()).isBetween(1314, 1317);
        assertThat(image.getRGB(100, 100) >> 8 & 0xFF).isLessThan(40);
        assertThat(image.getRGB(1600, 100) >> 8 & 0xFF).isGreaterThan(215);
        assertThat(IMAGES.of(file("image/" + format, content), 2)).isEqualTo(new NotShown(Reason.NO_SUCH_PAGE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_photograph_stands_upright_as_its_telephone_says(boolean littleEndian) throws IOException {
        byte[] sixIsAQuarterTurn = withOrientation(TestPapers.picture("jpeg", 400, 300), 6, littleEndian);

        BufferedImage image = read((Shown) IMAGES.of(file("image/jpeg", sixIsAQuarterTurn), 1));

        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(image.getRGB(150, 60) >> 8 & 0xFF)
                .as("the red left half is above")
                .isLessThan(40);
        assertThat(image.getRGB(150, 340) >> 8 & 0xFF).isGreaterThan(215);
    }

    @Test
    void a_photograph_that_says_nonsense_is_shown_as_it_lies() throws IOException {
        byte[] picture = TestPapers.picture("jpeg", 400, 300);
        byte[] nonsense = withOrientation(picture, 6, true);
        // The directory begins far behind the end of the file.
        nonsense[2 + 4 + 6 + 7] = 0x7F;

        assertThat(read((Shown) IMAGES.of(file("image/jpeg", nonsense), 1)).getWidth())
                .isEqualTo(400);
    }

    @Test
    void a_locked_document_says_so() {
        assertThat(IMAGES.of(file("application/pdf", TestPapers.pdf(1, "Side", "hemmelig")), 1))
                .isEqualTo(new NotShown(Reason.LOCKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/jpeg", "image/png", "text/html", ""})
    void what_is_no_such_file_says_so(String type) {
        for (byte[] content : new byte[][] {
            new byte[0],
            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(TestPapers.picture("png", 100, 100), 60),
            "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)
        }) {
            assertThat(IMAGES.of(file(type, content), 1)).isEqualTo(new NotShown(Reason.UNREADABLE));
        }
    }

    @Test
    void a_page_of_any_size_becomes_an_image_of_ours() throws IOException {
        for (String box : new String[] {"0 0 1000000 1000000", "0 0 14400 1", "0 0 1 1"}) {
            BufferedImage image = read((Shown) IMAGES.of(
                    file(
                            "application/pdf",
                            TestPapers.pdf(box, "0 0 m 9 9 l S".getBytes(StandardCharsets.US_ASCII), "")),
                    1));
            assertThat(Math.max(image.getWidth(), image.getHeight())).isLessThanOrEqualTo(Painting.LONGEST_SIDE);
        }
    }

    @Test
    void a_file_that_blows_up_in_memory_costs_a_sentence() {
        byte[] bomb = deflated(700_000_000L);
        assertThat(bomb.length).isLessThan(3_000_000);

        assertThat(IMAGES.of(file("application/pdf", TestPapers.pdf("0 0 100 100", bomb, "/Filter/FlateDecode")), 1))
                .as("a page whose drawing is 700 MB of blanks")
                .isNotNull();
        assertThat(IMAGES.of(file("image/png", hugePng(bomb)), 1)).isInstanceOf(NotShown.class);
        stillAtWork();
    }

    @Test
    void a_page_that_never_ends_is_ended() {
        PageImages impatient = images(Duration.ofSeconds(4));
        byte[] endless = "/F Do ".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        String forms = "q 1 0 0 1 1 1 cm 0 0 99 99 re f Q ".repeat(40_000);
        byte[] content = deflated((forms + forms + forms).repeat(60).getBytes(StandardCharsets.US_ASCII));
        try {
            assertThat(impatient.of(
                            file("application/pdf", TestPapers.pdf("0 0 100 100", content, "/Filter/FlateDecode")), 1))
                    .isEqualTo(new NotShown(Reason.TOO_DEMANDING));
            assertThat(impatient.of(file("application/pdf", TestPapers.pdf("0 0 100 100", endless, "")), 1))
                    .as("a form that draws itself")
                    .isNotNull();
        } finally {
            impatient.close();
        }
        stillAtWork();
    }

    @Test
    void nothing_of_the_application_is_left_when_it_ends() {
        PageImages ending = images(Duration.ofSeconds(30));
        ending.of(file("image/png", TestPapers.picture("png", 10, 10)), 1);
        Optional<ProcessHandle> painter = painters();
        assertThat(painter).isPresent();

        ending.close();

        assertThat(painter.get().onExit().join().isAlive()).isFalse();
    }

    private static void stillAtWork() {
        assertThat(IMAGES.of(file("image/png", TestPapers.picture("png", 10, 10)), 1))
                .isInstanceOf(Shown.class);
    }

    /** The youngest of ours. */
    private static Optional<ProcessHandle> painters() {
        return ProcessHandle.current().children().max((one, other) -> Long.compare(one.pid(), other.pid()));
    }

    private static PageImages images(Duration longest) {
        return new PageImages(new PageImageProperties(
                1, DataSize.ofMegabytes(256), longest, Duration.ofSeconds(60), Duration.ofMinutes(5)));
    }

    private static DocumentFile file(String type, byte[] content) {
        return new DocumentFile("pas.pdf", type, content);
    }

    private static BufferedImage read(Shown shown) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(shown.jpeg()));
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < 128;
    }

    /** The picture with an Exif block that holds nothing but how the telephone was held. */
    private static byte[] withOrientation(byte[] jpeg, int orientation, boolean littleEndian) {
        ByteBuffer exif = ByteBuffer.allocate(26)
                .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .putShort((short) (littleEndian ? 0x4949 : 0x4D4D))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 2 + 6 + 26, 'E', 'x', 'i', 'f', 0, 0});
        bytes.writeBytes(exif.array());
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            out.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** So many zeros. */
    private static byte[] deflated(long zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] many = new byte[1_000_000];
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(6))) {
            for (long written = 0; written < zeros; written += many.length) {
                out.write(many);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A picture of 40,000 by 40,000 pixels in a few megabytes. */
    private static byte[] hugePng(byte[] data) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(40_000)
                        .putInt(40_000)
                        .put(new byte[] {16, 6, 0, 0, 1})
                        .array());
        chunk(png, "IDAT", data);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
