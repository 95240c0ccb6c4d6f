package dk.ics.intake.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Sets a letter as PDF: A4, tagged, with its language and title (PDF/UA-1), fonts embedded. The same sheet gives the
 * same bytes.
 */
@Component
class Typesetter {

    private static final String FONT = "Liberation Sans";

    private final byte[] regular = resource("/liberation/LiberationSans-Regular.ttf");
    private final byte[] bold = resource("/liberation/LiberationSans-Bold.ttf");

    byte[] pdf(Sheet sheet) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(sheet.page(), null)
                .useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(bold), FONT, 700, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .withProducer("ICS Indrejse");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Calendar written = midnight(sheet.date());
            document.getDocumentInformation().setCreationDate(written);
            document.setDocumentId(written.getTimeInMillis());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A letter could not be set", e);
        }
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
