package dk.ics.intake.upload;

import dk.ics.intake.TestPapers;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that must not come in, each made here, with the code of their refusal. */
public final class BadFiles {

    /** EICAR's test file, written so that this source is none (eicar.org, »anti-malware testfile«). */
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String KIND = "file.kind";
    private static final int MANY = 100_000_000;
    private static final byte[] PDF = TestPapers.pdf(2, "pas");
    private static final byte[] JPEG = TestPapers.picture("jpeg", 400, 300);
    private static final byte[] PNG = TestPapers.picture("png", 400, 300);
    private static final Map<String, byte[]> GOOD = Map.of("pdf", PDF, "jpeg", JPEG, "png", PNG);

    private BadFiles() {}

    /**
     * A file that must not come in.
     *
     * @param code of the refusal
     */
    @SuppressWarnings("ArrayRecordComponent") // of a test
    public record Bad(String name, byte[] content, String code) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them by name. */
    public static Map<String, Bad> all() {
        Map<String, Bad> all = new LinkedHashMap<>();
        wrongKinds(all);
        cutOff(all);
        polyglots(all);
        activePdfs(all);
        bombs(all);
        return all;
    }

    private static void wrongKinds(Map<String, Bad> all) {
        add(all, "text", bytes("Dear office, here is my passport"), KIND);
        add(all, "EICAR alone", bytes(EICAR), KIND);
        add(all, "html", bytes("<html><script>alert(1)</script></html>"), KIND);
        add(all, "svg", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), KIND);
        add(
                all,
                "xml",
                bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                KIND);
        add(all, "zip", zip("pas.pdf", TestPapers.pdf(1, "pas")), KIND);
        add(all, "docx", zip("word/document.xml", bytes("<w:document/>")), KIND);
        add(all, "gzip", gzip(new byte[100]), KIND);
        add(all, "gzip bomb", gzip(new byte[MANY]), KIND);
        add(all, "Windows program", bytes("MZ\u0090\u0000\u0003\u0000\u0000\u0000"), KIND);
        add(all, "Linux program", bytes("\u007fELF\u0002\u0001\u0001\u0000"), KIND);
        add(all, "Java class", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61}, KIND);
        add(all, "shell", bytes("#!/bin/sh\nrm -rf /\n"), KIND);
        add(all, "gif", TestPapers.picture("gif", 20, 20), KIND);
        add(all, "bmp", TestPapers.picture("bmp", 20, 20), KIND);
        add(all, "tiff", TestPapers.picture("tiff", 20, 20), KIND);
        add(all, "rar", bytes("Rar!\u001a\u0007\u0001\u0000"), KIND);
        add(all, "7z", bytes("7z\u00bc\u00af\u0027\u001c\u0000\u0004"), KIND);
        add(all, "PostScript", bytes("%!PS-Adobe-3.0\n(x) run\n"), KIND);
        add(all, "rtf", bytes("{\\rtf1 hello}"), KIND);
        add(all, "heic", bytes("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic"), KIND);
        add(all, "one byte", new byte[] {1}, KIND);
        add(all, "zeros", new byte[1000], KIND);
    }

    private static void cutOff(Map<String, Bad> all) {
        GOOD.forEach((kind, content) -> {
            for (int percent : new int[] {20, 50, 80}) {
                add(
                        all,
                        kind + " cut at " + percent + " %",
                        Arrays.copyOf(content, content.length * percent / 100),
                        Refusal.BROKEN);
            }
        });
        add(all, "jpeg without end", Arrays.copyOf(JPEG, JPEG.length - 2), Refusal.BROKEN);
        add(all, "png without end", Arrays.copyOf(PNG, PNG.length - 4), Refusal.BROKEN);
        byte[] damaged = PNG.clone();
        damaged[damaged.length / 2]++;
        add(all, "png with a wrong sum", damaged, Refusal.BROKEN);
        add(all, "header of a pdf", bytes("%PDF-1.7\n"), Refusal.BROKEN);
        add(all, "pdf of nothing", bytes("%PDF-1.7\n%%EOF"), Refusal.BROKEN);
        add(all, "pdf without pages", pdf("", "", "", ""), Refusal.BROKEN);
        add(all, "pdf whose pages are their own parent", bytes("""
                %PDF-1.7
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj
                trailer <</Root 1 0 R>>
                %%EOF"""), Refusal.BROKEN);
        add(all, "header of a jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, Refusal.BROKEN);
        add(all, "header of a png", Arrays.copyOf(PNG, 8), Refusal.BROKEN);
        add(all, "png without pixels", png(0, 0, new byte[0]), Refusal.BROKEN);
    }

    private static void polyglots(Map<String, Bad> all) {
        byte[] zip = zip("evil.sh", bytes("rm -rf /"));
        GOOD.forEach((kind, content) -> {
            add(all, kind + " and zip", join(content, zip), Refusal.MIXED);
            add(all, kind + " and html", join(content, bytes("<html><script>alert(1)</script></html>")), Refusal.MIXED);
            add(all, kind + " and php", join(content, bytes("<?php system($_GET['c']); ?>")), Refusal.MIXED);
            add(all, kind + " and program", join(content, bytes("MZ\u0090\u0000\u0003 and more")), Refusal.MIXED);
            add(all, kind + " and rar", join(content, bytes("Rar!\u001a\u0007\u0001\u0000 and more")), Refusal.MIXED);
        });
        add(all, "jpeg and pdf", join(JPEG, PDF), Refusal.MIXED);
        add(all, "png and jpeg", join(PNG, JPEG), Refusal.MIXED);
        add(all, "jpeg with php in a comment", withComment(JPEG, bytes("<?php evil(); ?>")), Refusal.MIXED);
        add(all, "jpeg with html in a comment", withComment(JPEG, bytes("<html><body>x</body>")), Refusal.MIXED);
        add(all, "jpeg with a pdf in a comment", withComment(JPEG, PDF), Refusal.MIXED);
        add(all, "jpeg with a zip in a comment", withComment(JPEG, zip), Refusal.MIXED);
        add(all, "jpeg with a second one that hides a zip", join(join(JPEG, JPEG), zip), Refusal.MIXED);
        add(all, "pdf behind a line", join(bytes("\n"), PDF), Refusal.MIXED);
    }

    private static void activePdfs(Map<String, Bad> all) {
        String script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
        Map<String, String> catalogs = new LinkedHashMap<>();
        catalogs.put("script on opening", "/OpenAction " + script);
        catalogs.put("script with an escaped name", "/OpenAction <</S/Java#53cript/J#53 (x)>>");
        catalogs.put("script by name", "/Names<</JavaScript<</Names[(a) " + script + "]>>>>");
        catalogs.put("address on opening", "/OpenAction <</S/URI/URI(http://example.org)>>");
        catalogs.put("program on opening", "/OpenAction <</S/Launch/F(cmd.exe)>>");
        catalogs.put("script on closing", "/AA<</WC " + script + ">>");
        catalogs.put("address on saving", "/AA<</WS <</S/URI/URI(http://example.org)>>>>");
        catalogs.put("XFA form", "/AcroForm<</XFA(<xdp/>)/Fields[]>>");
        catalogs.put("form that sends", "/AcroForm<</Fields[<</T(a)/A<</S/SubmitForm/F(http://example.org)>>>>]>>");
        catalogs.put(
                "file inside",
                "/Names<</EmbeddedFiles<</Names[(a.exe) <</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>]>>>>");
        catalogs.put("files as a portfolio", "/Collection<</View/D>>");
        all.putAll(named("pdf: ", catalogs, true));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("film", "/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>");
        annotations.put("attached file", "/Subtype/FileAttachment/Rect[0 0 9 9]");
        annotations.put("sound", "/Subtype/Sound/Rect[0 0 9 9]");
        annotations.put("link that starts a program", "/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(cmd.exe)>>");
        annotations.put(
                "link to a file of another machine",
                "/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(\\\\\\\\host\\\\share)>>");
        annotations.put(
                "script behind another action", "/Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[0]/Next " + script + ">>");
        all.putAll(named("pdf: ", annotations, false));
        add(all, "pdf: script nobody refers to", pdf("", "", "7 0 obj " + script + " endobj\n"), Refusal.ACTIVE);
        add(all, "pdf with a password", TestPapers.pdf(1, "pas", "secret"), Refusal.LOCKED);
        add(all, "pdf of 31 pages", TestPapers.pdf(31, "pas"), Refusal.PAGES);
    }

    private static Map<String, Bad> named(String prefix, Map<String, String> parts, boolean catalog) {
        Map<String, Bad> bad = new LinkedHashMap<>();
        parts.forEach((name, part) -> add(
                bad,
                prefix + name,
                pdf(
                        catalog ? part : "",
                        catalog ? "" : "/Annots[<</Type/Annot" + part + ">>]",
                        part.contains("9 0 R") ? "9 0 obj <</Length 2>>\nstream\nMZ\nendstream endobj\n" : ""),
                Refusal.ACTIVE));
        return bad;
    }

    private static void bombs(Map<String, Bad> all) {
        add(
                all,
                "pdf whose stream unpacks to 200 MB",
                TestPapers.pdf("0 0 100 100", deflated(2 * MANY), "/Filter/FlateDecode"),
                Refusal.HUGE);
        add(
                all,
                "pdf packed twice",
                TestPapers.pdf("0 0 100 100", deflated(deflated(10 * MANY)), "/Filter[/FlateDecode/FlateDecode]"),
                Refusal.HUGE);
        add(all, "png of 30,000 by 30,000", png(30_000, 30_000, deflated(1000)), Refusal.HUGE);
        add(all, "png of two thousand million by one", png(Integer.MAX_VALUE, 1, deflated(1000)), Refusal.HUGE);
        add(
                all,
                "jpeg that says it is 65,000 by 65,000",
                resized(TestPapers.picture("jpeg", 40, 30), 65_000, 65_000),
                Refusal.HUGE);
        add(
                all,
                "pdf with a picture of 100,000 by 100,000",
                pdf(
                        "",
                        "",
                        "7 0 obj <</Type/XObject/Subtype/Image/Width 100000/Height 100000/Length 1>>\nstream\nx\nendstream endobj\n"),
                Refusal.HUGE);
    }

    private static void add(Map<String, Bad> all, String name, byte[] content, String code) {
        all.put(name, new Bad(name, content, code));
    }

    /** A PDF of one page with further entries in its catalog and its page, and further objects. */
    private static byte[] pdf(String catalog, String page, String objects) {
        return pdf(catalog, "3 0 R", page, objects);
    }

    private static byte[] pdf(String catalog, String kids, String page, String objects) {
        return bytes("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R " + catalog + ">> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[" + kids + "]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]" + page + ">> endobj\n"
                + objects + "trailer <</Root 1 0 R>>\n%%EOF\n");
    }

    /** A PNG with this header and these pixels as they are packed. */
    private static byte[] png(int width, int height, byte[] packed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(file, "IDAT", packed);
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** The same JPEG with another size in its frame. */
    private static byte[] resized(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int at = 2; at < changed.length - 9; at++) {
            if ((changed[at] & 0xFF) == 0xFF && (changed[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(changed, at + 5, 4).putShort((short) height).putShort((short) width);
                return changed;
            }
        }
        throw new AssertionError("There is no frame");
    }

    /** The same JPEG with a segment behind its start. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] head = ByteBuffer.allocate(6)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array();
        return join(join(head, content), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] withComment(byte[] jpeg, byte[] comment) {
        return withSegment(jpeg, 0xFE, comment);
    }

    /** A PDF as people send them, with EICAR's test file in a comment. */
    public static byte[] infectedPdf(String line) {
        byte[] clean = TestPapers.pdf(1, line);
        int body = new String(clean, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
        return join(
                join(Arrays.copyOf(clean, body), bytes("%" + EICAR + "\n")),
                Arrays.copyOfRange(clean, body, clean.length));
    }

    /** A page as a telephone photographs it, sharp or not. */
    public static byte[] photo(int width, int height, boolean sharp) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(java.awt.Color.BLACK);
        int line = Math.max(12, height / 45);
        pen.setFont(new java.awt.Font(java.awt.Font.SERIF, java.awt.Font.PLAIN, line * 3 / 4));
        for (int y = 2 * line; y < height - line; y += line) {
            pen.drawString(
                    "Lejekontrakt for Eksempelvej 1, 2100 København Ø, fra den 1. marts 2026".repeat(2), line, y);
        }
        pen.dispose();
        return jpeg(sharp ? page : blurred(page));
    }

    /** Made small and large again. */
    private static BufferedImage blurred(BufferedImage page) {
        BufferedImage small = scaled(page, page.getWidth() / 16, page.getHeight() / 16);
        return scaled(small, page.getWidth(), page.getHeight());
    }

    private static BufferedImage scaled(BufferedImage page, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(page, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] join(byte[] first, byte[] then) {
        byte[] joined = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, joined, first.length, then.length);
        return joined;
    }

    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** So many zeros, packed. */
    private static byte[] deflated(int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] piece = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= piece.length) {
                packed.write(piece, 0, Math.min(left, piece.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            packed.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
