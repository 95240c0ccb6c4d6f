package dk.ics.intake.pageimage;

import dk.ics.intake.pageimage.PageImage.Reason;
import dk.ics.intake.pageimage.Painting.Drawn;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page of a PDF. */
final class PdfPages {

    /** A stamp needs not fill the screen. */
    private static final float MOST_ENLARGED = 8;

    private PdfPages() {}

    static Drawn draw(byte[] content, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new NoPage(Reason.UNREADABLE);
            }
            if (page > pages) {
                throw new NoPage(Reason.NO_SUCH_PAGE);
            }
            PDFRenderer renderer = new WholePages(document);
            renderer.setSubsamplingAllowed(true);
            return new Drawn(renderer.renderImage(page - 1, scale(document.getPage(page - 1)), ImageType.RGB), pages);
        } catch (InvalidPasswordException locked) {
            throw new NoPage(Reason.LOCKED);
        }
    }

    private static float scale(PDPage page) throws NoPage {
        PDRectangle box = page.getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(longest > 0) || Float.isInfinite(longest)) {
            throw new NoPage(Reason.UNREADABLE);
        }
        return Math.min(Painting.LONGEST_SIDE / longest, MOST_ENLARGED);
    }

    /** Leaves out nothing in silence: a page without its image would pass for an empty one. */
    private static final class WholePages extends PDFRenderer {

        WholePages(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                        throws IOException {
                    if (failure instanceof MissingImageReaderException) {
                        throw new NoPage(Reason.FOREIGN_IMAGE);
                    }
                    super.operatorException(operator, operands, failure);
                }
            };
        }
    }
}
