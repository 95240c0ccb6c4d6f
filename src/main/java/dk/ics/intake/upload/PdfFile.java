package dk.ics.intake.upload;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Examines a PDF: it is one from its first byte to its last, can be opened, is not too long, and does nothing. */
final class PdfFile {

    private static final byte[] HEADER = Mixed.bytes("%PDF-");
    private static final byte[] END = Mixed.bytes("%%EOF");

    private PdfFile() {}

    static void examine(byte[] content, int mostPages, int mostPixels) throws Refusal, IOException {
        if (Mixed.find(content, HEADER, 0) != 0) {
            throw new Refusal(Refusal.MIXED);
        }
        int end = lastEnd(content);
        if (end < 0) {
            throw new Refusal(Refusal.BROKEN);
        }
        if (!Mixed.isPadding(content, end)) {
            throw new Refusal(Refusal.MIXED);
        }
        try (PDDocument document = Loader.loadPDF(content)) {
            new PdfObjects(mostPixels).look(document.getDocument());
            int pages = 0;
            for (PDPage page : document.getPages()) {
                page.getCOSObject();
                if (++pages > mostPages) {
                    throw new Refusal(Refusal.PAGES);
                }
            }
            if (pages == 0) {
                throw new Refusal(Refusal.BROKEN);
            }
        } catch (InvalidPasswordException locked) {
            throw new Refusal(Refusal.LOCKED);
        }
    }

    /** Behind the last mark of an end. */
    private static int lastEnd(byte[] content) {
        int last = -1;
        for (int at = Mixed.find(content, END, 0); at >= 0; at = Mixed.find(content, END, at + 1)) {
            last = at + END.length;
        }
        return last;
    }
}
