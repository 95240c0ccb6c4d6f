package dk.ics.intake.pageimage;

import dk.ics.intake.pageimage.PageImage.Reason;
import dk.ics.intake.pageimage.Painting.Drawn;
import dk.ics.intake.sandbox.ExifOrientation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Draws a photograph or scan anew, so that nothing but its pixels reaches the browser. */
final class Pictures {

    private Pictures() {}

    static Drawn draw(String type, byte[] content, int page) throws IOException {
        if (page > 1) {
            throw new NoPage(Reason.NO_SUCH_PAGE);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw new NoPage(Reason.UNREADABLE);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input =
                Objects.requireNonNull(ImageIO.createImageInputStream(new ByteArrayInputStream(content)))) {
            reader.setInput(input, true, true);
            return new Drawn(onPaper(read(reader), ExifOrientation.of(content)), 1);
        } finally {
            reader.dispose();
        }
    }

    /** Of a huge picture only as many pixels as are needed are ever in memory. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam how = reader.getDefaultReadParam();
        int every = Math.max(1, longest / (2 * Painting.LONGEST_SIDE));
        how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, how);
    }

    /** On white, upright, and no larger than it is shown. */
    private static BufferedImage onPaper(BufferedImage picture, int orientation) {
        double scale = Math.min(1, (double) Painting.LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean lying = ExifOrientation.isLying(orientation);
        BufferedImage paper =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.transform(ExifOrientation.upright(orientation, width, height));
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return paper;
    }
}
