package dk.ics.intake.application;

import dk.ics.intake.casefile.CaseText;
import dk.ics.intake.casefile.DocumentFile;
import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Service;

/**
 * Takes one file as a browser sends it. What it is shows in its content: its name and what the browser calls it are not
 * believed. The limits are those of {@link ApplicationReader}.
 */
@Service
public class Uploads {

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final int LONGEST_NAME = 200;
    private static final String NAMELESS = "file";

    private final ApplicationLimits limits;
    private final Tika tika = new Tika();

    Uploads(ApplicationLimits limits) {
        this.limits = limits;
    }

    /** What came out of looking at a file. */
    public sealed interface Upload {

        record Taken(DocumentFile file) implements Upload {}

        record Refused(Problems.Refusal why) implements Upload {}
    }

    public Upload take(String fileName, byte[] content) {
        if (content.length == 0) {
            return refused("file.empty");
        }
        if (content.length > limits.maxFile().toBytes()) {
            return refused("file.large", limits.maxFile().toMegabytes());
        }
        String type = tika.detect(content);
        return TYPES.contains(type)
                ? new Upload.Taken(new DocumentFile(named(fileName), type, content))
                : refused("file.kind");
    }

    /** Phones name files as they like; a name that cannot be kept is no reason to refuse the paper. */
    private static String named(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String shown = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        boolean plain = CaseText.isClean(shown)
                && !CaseText.holdsCode(shown)
                && shown.chars().noneMatch(character -> character < ' ');
        return plain && !shown.isBlank() ? CaseText.normalise(shown) : NAMELESS;
    }

    private static Upload refused(String code, Object... arguments) {
        return new Upload.Refused(new Problems.Refusal(code, List.of(arguments)));
    }
}
