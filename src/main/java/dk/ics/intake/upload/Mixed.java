package dk.ics.intake.upload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Finds what else a file could be taken for: archives are read from their end, PDF and HTML by what stands in the beginning. */
final class Mixed {

    /** A ZIP ends with 22 bytes and a comment of at most 65535. */
    private static final int END_OF_ZIP = 22 + 65_535;

    /** How far readers of PDF and browsers look for what they take. */
    private static final int BEGINNING = 1024;

    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final byte[] ZIP_ENTRY = {'P', 'K', 1, 2};
    private static final List<byte[]> ANYWHERE =
            List.of(bytes("Rar!\u001a\u0007"), bytes("7z\u00bc\u00af\u0027\u001c"), bytes("<?php"), bytes("<script"));
    private static final List<String> IN_THE_BEGINNING =
            List.of("<html", "<!doctype", "<script", "<svg", "<body", "<iframe", "<?php", "#!/");

    private Mixed() {}

    static void refuse(byte[] content) throws Refusal {
        boolean zip = find(content, ZIP_END, Math.max(0, content.length - END_OF_ZIP)) >= 0
                && find(content, ZIP_ENTRY, 0) >= 0;
        String beginning = new String(content, 0, Math.min(BEGINNING, content.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        boolean page = IN_THE_BEGINNING.stream().anyMatch(beginning::contains);
        boolean pdf = beginning.indexOf("%pdf-") > 0;
        if (zip || page || pdf || ANYWHERE.stream().anyMatch(mark -> find(content, mark, 0) >= 0)) {
            throw new Refusal(Refusal.MIXED);
        }
    }

    /** Whether from there on nothing stands but what fills up. */
    static boolean isPadding(byte[] content, int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] != 0
                    && content[i] != '\n'
                    && content[i] != '\r'
                    && content[i] != ' '
                    && content[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    static int find(byte[] content, byte[] mark, int from) {
        for (int i = from; i <= content.length - mark.length; i++) {
            int at = 0;
            while (at < mark.length && content[i + at] == mark[at]) {
                at++;
            }
            if (at == mark.length) {
                return i;
            }
        }
        return -1;
    }

    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
