package dk.ics.intake.upload;

import dk.ics.intake.sandbox.ExifOrientation;
import dk.ics.intake.sandbox.Jpeg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture written anew from its pixels: without the place it was taken at, without anything else a file can carry, and
 * upright.
 *
 * @param shorterSide in pixels, as it came
 * @param sharpness see {@link Sharpness}
 */
@SuppressWarnings("ArrayRecordComponent") // written out at once
record Picture(byte[] content, int shorterSide, double sharpness) {

    static final Picture NONE = new Picture(new byte[0], 0, 0);

    /** More pixels than these are read at half the width, a third, …: an A4 page at 500 dots an inch. */
    private static final int PIXELS_READ = 24_000_000;

    private static final float QUALITY = 0.9f;

    static Picture anew(String type, byte[] content, int mostPixels) throws Refusal, IOException {
        PictureEnd.refuseMore(type, content);
        BufferedImage image = read(type, content, mostPixels);
        boolean png = type.equals("image/png");
        int orientation = png ? ExifOrientation.NORMAL : ExifOrientation.of(content);
        BufferedImage upright = onPaper(image, orientation, png);
        return new Picture(
                png ? png(upright) : Jpeg.of(upright, QUALITY),
                Math.min(upright.getWidth(), upright.getHeight()),
                Sharpness.of(upright));
    }

    private static BufferedImage read(String type, byte[] content, int mostPixels) throws Refusal, IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw new Refusal(Refusal.BROKEN);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input =
                Objects.requireNonNull(ImageIO.createImageInputStream(new ByteArrayInputStream(content)))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > mostPixels) {
                throw new Refusal(Refusal.HUGE);
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int every = (int) Math.ceil(Math.sqrt((double) pixels / PIXELS_READ));
            if (every > 1) {
                how.setSourceSubsampling(every, every, 0, 0);
            }
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** On white and upright; black and white and shades of grey stay so, which keeps scans small. */
    private static BufferedImage onPaper(BufferedImage picture, int orientation, boolean png) {
        if (png
                && !picture.getColorModel().hasAlpha()
                && picture.getColorModel().getPixelSize() <= Byte.SIZE) {
            return picture;
        }
        boolean lying = ExifOrientation.isLying(orientation);
        BufferedImage paper = new BufferedImage(
                lying ? picture.getHeight() : picture.getWidth(),
                lying ? picture.getWidth() : picture.getHeight(),
                picture.getColorModel().getNumComponents() == 1
                        ? BufferedImage.TYPE_BYTE_GRAY
                        : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.drawImage(picture, ExifOrientation.upright(orientation, picture.getWidth(), picture.getHeight()), null);
        pen.dispose();
        return paper;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
