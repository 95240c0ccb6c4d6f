package dk.ics.intake.upload;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * How sharp a picture is: the variance of the Laplacian of its shades of grey, at a width at which letters are read. Print
 * has hard edges, so it is in the hundreds and more; where nothing is sharp it is in the tens.
 */
final class Sharpness {

    private static final int LONGEST_SIDE = 1200;

    private Sharpness() {}

    static double of(BufferedImage picture) {
        Raster grey = grey(picture).getRaster();
        int width = grey.getWidth();
        int height = grey.getHeight();
        if (width < 3 || height < 3) {
            return 0;
        }
        int[] above = new int[width];
        int[] row = new int[width];
        int[] below = new int[width];
        grey.getSamples(0, 0, width, 1, 0, above);
        grey.getSamples(0, 1, width, 1, 0, row);
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < height - 1; y++) {
            grey.getSamples(0, y + 1, width, 1, 0, below);
            for (int x = 1; x < width - 1; x++) {
                double edge = above[x] + below[x] + row[x - 1] + row[x + 1] - 4.0 * row[x];
                sum += edge;
                squares += edge * edge;
            }
            int[] free = above;
            above = row;
            row = below;
            below = free;
        }
        double points = (width - 2.0) * (height - 2);
        return squares / points - sum / points * (sum / points);
    }

    private static BufferedImage grey(BufferedImage picture) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        BufferedImage grey = new BufferedImage(
                Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                Math.max(1, (int) Math.round(picture.getHeight() * scale)),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, grey.getWidth(), grey.getHeight(), null);
        pen.dispose();
        return grey;
    }
}
