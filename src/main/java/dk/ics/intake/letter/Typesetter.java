package dk.ics.intake.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Sets a letter, or another sheet of ours, as PDF: A4, tagged, with its language and title (PDF/UA-1), fonts embedded. The same sheet gives the
 * same bytes.
 */
@Component
public class Typesetter {

    private static final String FONT = "Liberation Sans";

    private final byte[] regular = resource("/liberation/LiberationSans-Regular.ttf");
    private final byte[] bold = resource("/liberation/LiberationSans-Bold.ttf");

    byte[] pdf(Sheet sheet) {
        return pdf(sheet.page(), sheet.date());
    }

    /**
     * Sets a page.
     *
     * @param page XHTML with title and language, its style in it, fonts {@code Liberation Sans} regular and bold
     * @param date the day it was written
     */
    public byte[] pdf(Document page, LocalDate date) {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = new PdfRendererBuilder()
                        .usePDDocument(document)
                        .withW3cDocument(page, null)
                        .useFont(font(document, regular), FONT, 400, FontStyle.NORMAL, true)
                        .useFont(font(document, bold), FONT, 700, FontStyle.NORMAL, true)
                        .usePdfUaAccessibility(true)
                        .withProducer("ICS Indrejse")
                        .buildPdfRenderer();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            Calendar written = midnight(date);
            document.getDocumentInformation().setCreationDate(written);
            document.setDocumentId(written.getTimeInMillis());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A sheet could not be set", e);
        }
    }

    /**
     * Without the substitution of glyphs (ligatures): the lines are broken without it, and looking for it takes more time than
     * all the rest of a letter.
     */
    private static PDFontSupplier font(PDDocument document, byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    private static Calendar midnight(LocalDate day) {
        Calendar midnight = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        midnight.clear();
        midnight.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        return midnight;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Typesetter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
