package dk.ics.intake.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Looks at every object of a PDF, whether a page uses it or not, for what does something (ISO 32000-1, 7.11.4 embedded
 * files, 12.6 actions, 12.7.8 XFA, 13 multimedia) and for what unpacks without end.
 */
final class PdfObjects {

    /** Scripts, forms with scripts, files and media inside. */
    private static final Set<String> KEYS = Set.of(
            "JS", "JavaScript", "XFA", "EF", "EmbeddedFiles", "RichMediaContent", "RichMediaSettings", "Collection");

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "GoToR",
            "GoToE",
            "GoTo3DView",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute");

    private static final Set<String> SUBTYPES =
            Set.of("RichMedia", "3D", "Movie", "Sound", "Screen", "FileAttachment", "PS");

    /** What may happen without a click: going to a page. */
    private static final Set<String> HARMLESS = Set.of("GoTo", "Named");

    private static final List<String> PICTURES =
            List.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

    /** All that is packed together, unpacked: thirty pages scanned in colour at 300 dots an inch and not compressed. */
    private static final long MOST_UNPACKED = 800L << 20;

    /** One stream: a page in colour at 600 dots an inch. */
    private static final long MOST_IN_ONE = 120L << 20;

    private static final int PIECE = 1 << 16;

    private final int mostPixels;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final byte[] piece = new byte[PIECE];
    private long unpacked;

    PdfObjects(int mostPixels) {
        this.mostPixels = mostPixels;
    }

    void look(COSDocument document) throws Refusal {
        waiting.push(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            waiting.push(document.getObjectFromPool(key));
        }
        while (!waiting.isEmpty()) {
            COSBase next = waiting.pop();
            if (seen.add(next)) {
                one(next);
            }
        }
    }

    private void one(COSBase base) throws Refusal {
        if (base instanceof COSObject reference) {
            wait(reference.getObject());
        } else if (base instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                wait(array.get(i));
            }
        } else if (base instanceof COSDictionary dictionary) {
            dictionary(dictionary);
            if (dictionary instanceof COSStream stream) {
                unpack(stream);
            }
        }
    }

    private void wait(@org.jspecify.annotations.Nullable COSBase base) {
        if (base != null) {
            waiting.push(base);
        }
    }

    private void dictionary(COSDictionary dictionary) throws Refusal {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (KEYS.contains(entry.getKey().getName())) {
                throw new Refusal(Refusal.ACTIVE);
            }
            wait(entry.getValue());
        }
        String subtype = dictionary.getNameAsString(COSName.SUBTYPE);
        if (ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                || SUBTYPES.contains(String.valueOf(subtype))
                || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE))) {
            throw new Refusal(Refusal.ACTIVE);
        }
        refuseUnlessHarmless(dictionary.getDictionaryObject(COSName.OPEN_ACTION));
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary onEvents) {
            for (COSName event : onEvents.keySet()) {
                refuseUnlessHarmless(onEvents.getDictionaryObject(event));
            }
        }
        if ("Image".equals(subtype)
                && (long) dictionary.getInt(COSName.WIDTH, COSName.W, 0)
                                * dictionary.getInt(COSName.HEIGHT, COSName.H, 0)
                        > mostPixels) {
            throw new Refusal(Refusal.HUGE);
        }
    }

    private static void refuseUnlessHarmless(@org.jspecify.annotations.Nullable COSBase action) throws Refusal {
        if (action instanceof COSDictionary dictionary
                && !HARMLESS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))) {
            throw new Refusal(Refusal.ACTIVE);
        }
    }

    /** Counts, and keeps nothing. */
    private void unpack(COSStream stream) throws Refusal {
        List<String> filters = filters(stream);
        try (InputStream content = unpacked(stream, filters)) {
            long here = 0;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                here += read;
                unpacked += read;
                if (here > MOST_IN_ONE || unpacked > MOST_UNPACKED) {
                    throw new Refusal(Refusal.HUGE);
                }
            }
        } catch (IOException damaged) {
            // A stream with an error in it is shown as far as it goes, or not: nothing more comes out of it.
            return;
        }
    }

    /** Where only Flate was used it is undone here, piece by piece; what else there is hardly packs, and is left to PDFBox. */
    private static InputStream unpacked(COSStream stream, List<String> filters) throws IOException {
        int flate = 0;
        while (flate < filters.size() && Set.of("FlateDecode", "Fl").contains(filters.get(flate))) {
            flate++;
        }
        boolean pictureFollows = flate < filters.size() && PICTURES.contains(filters.get(flate));
        if (flate < filters.size() && !pictureFollows) {
            return new PDStream(stream).createInputStream(PICTURES);
        }
        InputStream content = stream.createRawInputStream();
        for (int i = 0; i < flate; i++) {
            content = new InflaterInputStream(content);
        }
        return content;
    }

    private static List<String> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName one) {
            return List.of(one.getName());
        }
        return filters instanceof COSArray several ? several.toCOSNameStringList() : List.of();
    }
}
