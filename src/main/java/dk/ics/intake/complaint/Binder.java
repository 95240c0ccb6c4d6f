package dk.ics.intake.complaint;

import dk.ics.intake.casefile.DocumentFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Puts papers one behind the other in one PDF; photographs get a page of their own. */
final class Binder implements AutoCloseable {

    private static final float MARGIN = 36;

    private final List<PDDocument> papers = new ArrayList<>();

    /** @return whether it can be read; a paper that cannot is left out */
    boolean add(DocumentFile file) {
        try {
            PDDocument paper = file.contentType().equals("application/pdf")
                    ? Loader.loadPDF(file.content())
                    : photograph(file.content());
            if (paper.getNumberOfPages() == 0) {
                paper.close();
                return false;
            }
            papers.add(paper);
            return true;
        } catch (IOException | RuntimeException unreadable) {
            // A citizen's file may be damaged or locked. It is named on the first page and sent by itself.
            return false;
        }
    }

    /** @param cover what stands before the papers */
    byte[] behind(byte[] cover) {
        try (PDDocument bound = Loader.loadPDF(cover);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (PDDocument paper : papers) {
                merger.appendDocument(bound, paper);
            }
            bound.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Papers that were read could not be put together", e);
        }
    }

    @Override
    public void close() {
        for (PDDocument paper : papers) {
            try {
                paper.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A paper could not be closed", e);
            }
        }
    }

    private static PDDocument photograph(byte[] content) throws IOException {
        PDDocument paper = new PDDocument();
        PDPage page = new PDPage(PDRectangle.A4);
        paper.addPage(page);
        PDImageXObject image = PDImageXObject.createFromByteArray(paper, content, "");
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float height = PDRectangle.A4.getHeight() - 2 * MARGIN;
        float scale = Math.min(width / image.getWidth(), height / image.getHeight());
        try (PDPageContentStream on = new PDPageContentStream(paper, page)) {
            float top = PDRectangle.A4.getHeight() - MARGIN - image.getHeight() * scale;
            on.drawImage(image, MARGIN, top, image.getWidth() * scale, image.getHeight() * scale);
        }
        return paper;
    }
}
