package dk.ics.intake.letter;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What a reader, a machine and a printer see of a letter. */
public final class Pdf {

    private final byte[] bytes;

    public Pdf(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The words of each letter of the case, the oldest first. */
    public static List<String> letters(Documents documents, CaseReference reference) {
        return documents.list(reference).stream()
                .filter(document -> document.typeCode().equals("letter"))
                .map(letter -> documents.file(reference, letter.id()).orElseThrow())
                .map(file -> new Pdf(file.content()).text())
                .toList();
    }

    /** Its words, each line break a blank: lines break where the paper ends. */
    public String text() {
        return open(document -> new PDFTextStripper().getText(document)).replaceAll("\\s+", " ");
    }

    public String language() {
        return open(document -> String.valueOf(document.getDocumentCatalog().getLanguage()));
    }

    public String title() {
        return open(document -> document.getDocumentInformation().getTitle());
    }

    public boolean showsTitle() {
        return open(
                document -> document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
    }

    public boolean isTagged() {
        return open(document -> {
            PDMarkInfo mark = document.getDocumentCatalog().getMarkInfo();
            return mark != null
                    && mark.isMarked()
                    && document.getDocumentCatalog().getStructureTreeRoot() != null;
        });
    }

    public int pages() {
        return open(PDDocument::getNumberOfPages);
    }

    /** Width and height in millimetres, rounded. */
    List<Long> size() {
        return open(document -> {
            PDPage page = document.getPage(0);
            return List.of(
                    Math.round(page.getMediaBox().getWidth() / 72 * 25.4),
                    Math.round(page.getMediaBox().getHeight() / 72 * 25.4));
        });
    }

    public boolean embedsItsFonts() {
        return open(document -> {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return !fonts.isEmpty() && fonts.stream().allMatch(PDFont::isEmbedded);
        });
    }

    /** What veraPDF has against it under PDF/UA-1. */
    public List<String> accessibilityFaults() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    /** Writes its pages as pictures, to be looked at. */
    public void draw(Path folder, String name) {
        open(document -> {
            Files.createDirectories(folder);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, 70);
                File file =
                        folder.resolve("%s-%d.png".formatted(name, page + 1)).toFile();
                ImageIO.write(picture, "png", file);
            }
            return folder;
        });
    }

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    private <T> T open(Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return Objects.requireNonNull(reading.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
