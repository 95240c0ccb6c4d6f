package dk.ics.intake.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestPapers;
import dk.ics.intake.upload.BadFiles.Bad;
import dk.ics.intake.upload.Examined.Fine;
import dk.ics.intake.upload.Examined.Refused;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in is a paper and nothing else. */
class ExaminerTest {

    private static final TestExaminer TEST = new TestExaminer();
    private static final Examiner EXAMINER = TEST.examiner();

    @AfterAll
    static void end() {
        TEST.close();
    }

    static Stream<Bad> bad() {
        return BadFiles.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_is_no_paper_is_refused(Bad file) {
        assertThat(EXAMINER.examine(file.content()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(file.code()));
    }

    @Test
    void sixty_and_more_ways_are_tried() {
        assertThat(BadFiles.all()).hasSizeGreaterThan(60);
    }

    @Test
    void a_pdf_stays_as_it_came() {
        byte[] pdf = TestPapers.pdf(30, "pas");

        Fine fine = (Fine) EXAMINER.examine(pdf);

        assertThat(fine.content()).isEqualTo(pdf);
        assertThat(fine.contentType()).isEqualTo("application/pdf");
        assertThat(fine.hints()).isEmpty();
    }

    @Test
    void the_papers_of_the_samples_come_in() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            List<byte[]> papers = samples.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(ExaminerTest::contents)
                    .toList();
            assertThat(papers)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(paper -> assertThat(EXAMINER.examine(paper)).isInstanceOf(Fine.class));
        }
    }

    private static Stream<byte[]> contents(Path sample) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(sample.toFile()).findValuesAsText("content").stream()
                            .map(Base64.getDecoder()::decode);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_photo_stands_upright_and_forgets_where_it_was_taken(int orientation) {
        byte[] place = BadFiles.bytes("N 55 40 E 12 34");
        byte[] photo = BadFiles.withSegment(sensor(orientation), 0xE1, exif(orientation, place));
        assertThat(text(photo)).contains("Exif", "N 55 40");

        Fine fine = (Fine) EXAMINER.examine(photo);

        assertThat(text(fine.content())).doesNotContain("Exif", "N 55 40");
        BufferedImage upright = BadFiles.read(fine.content());
        assertThat(upright.getWidth()).isEqualTo(400);
        assertThat(upright.getHeight()).isEqualTo(300);
        assertThat(isRed(upright, 40, 40)).as("above left").isTrue();
        assertThat(isRed(upright, 360, 40)).as("above right").isFalse();
        assertThat(isRed(upright, 40, 260)).as("below left").isFalse();
    }

    /** A picture of 400 by 300, red above left, as a sensor of this orientation stores it (Exif 2.3, 4.6.4). */
    private static byte[] sensor(int orientation) {
        boolean lying = orientation > 4;
        boolean rowsBackwards = List.of(3, 4, 6, 7).contains(orientation);
        boolean columnsBackwards = List.of(2, 3, 7, 8).contains(orientation);
        BufferedImage image = new BufferedImage(lying ? 300 : 400, lying ? 400 : 300, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                int byRow = rowsBackwards ? image.getHeight() - 1 - row : row;
                int byColumn = columnsBackwards ? image.getWidth() - 1 - column : column;
                image.setRGB(column, row, byRow < 150 && byColumn < 150 ? 0xFF0000 : 0xFFFFFF);
            }
        }
        return BadFiles.jpeg(image);
    }

    private static byte[] exif(int orientation, byte[] more) {
        byte[] block = ByteBuffer.allocate(32)
                .put(BadFiles.bytes("Exif\0\0MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return BadFiles.join(block, more);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) >> 16 & 0xFF) > 180 && (image.getRGB(x, y) & 0xFF) < 80;
    }

    @Test
    void what_telephones_write_behind_a_photo_is_left_behind() {
        byte[] photo = TestPapers.picture("jpeg", 1200, 900);
        for (byte[] more : List.of(
                photo,
                BadFiles.bytes("\0\0\0\u0018ftypmp42 a few seconds of film"),
                BadFiles.bytes("Image_UTC_Data1234567890SEFH\1\0\0\0SEFT"),
                new byte[500])) {
            Fine fine = (Fine) EXAMINER.examine(BadFiles.join(photo, more));
            assertThat(fine.content()).isEqualTo(((Fine) EXAMINER.examine(photo)).content());
        }
    }

    @Test
    void a_scan_in_black_and_white_stays_small_and_colours_stay() {
        BufferedImage scan = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_BINARY);
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(scan, "png", png);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Fine fine = (Fine) EXAMINER.examine(png.toByteArray());
        assertThat(fine.content().length).isLessThan(2 * png.size());

        Fine coloured = (Fine) EXAMINER.examine(TestPapers.picture("png", 400, 300));
        assertThat(isRed(BadFiles.read(coloured.content()), 10, 10)).isTrue();
    }

    @Test
    void a_citizen_is_told_what_may_be_hard_to_read() {
        assertThat(hints(BadFiles.photo(1240, 1754, true))).isEmpty();
        assertThat(hints(BadFiles.photo(3000, 4000, true))).isEmpty();
        assertThat(hints(BadFiles.photo(1240, 1754, false))).containsExactly("blurred");
        assertThat(hints(BadFiles.photo(500, 700, true))).containsExactly("small");
        assertThat(hints(BadFiles.photo(500, 700, false))).containsExactly("small", "blurred");
    }

    private static List<String> hints(byte[] photo) {
        return ((Fine) EXAMINER.examine(photo)).hints();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
