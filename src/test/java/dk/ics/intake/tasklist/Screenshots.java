package dk.ics.intake.tasklist;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Pictures of what a test saw, for whoever asks for them: {@code -Dics.screenshots=<folder>}, {@code docs/images} for those
 * of the documentation. They cost more than a minute of a build, so that others go without. Small: the 256 most frequent
 * colours are plenty for a page of text.
 */
public final class Screenshots {

    private static final int COLOURS = 256;

    private Screenshots() {}

    /** Whether this run is asked for pictures. */
    public static boolean areWanted() {
        return System.getProperty("ics.screenshots") != null;
    }

    public static void take(Page page, String name) {
        if (!areWanted()) {
            return;
        }
        Path folder = Path.of(System.getProperty("ics.screenshots"));
        try {
            Files.createDirectories(folder);
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
            ImageIO.write(
                    withFewColours(seen), "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage withFewColours(BufferedImage seen) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int rgb : seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth())) {
            counts.merge(rgb, 1, Integer::sum);
        }
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                int index = nearest.computeIfAbsent(seen.getRGB(x, y), rgb -> nearest(rgb, colours));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    private static int nearest(int rgb, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = (rgb >> 16 & 0xFF) - (colours[i] >> 16 & 0xFF);
            int green = (rgb >> 8 & 0xFF) - (colours[i] >> 8 & 0xFF);
            int blue = (rgb & 0xFF) - (colours[i] & 0xFF);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
