package dk.ics.intake.application;

import dk.ics.intake.casefile.CaseText;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.upload.Examined;
import dk.ics.intake.upload.Examiner;
import dk.ics.intake.upload.Scanner;
import dk.ics.intake.upload.Scanner.Verdict;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes one file, from a page or in an application: within the limits, examined and scanned. */
@Service
public class Uploads {

    private static final int LONGEST_NAME = 200;
    private static final String NAMELESS = "file";

    private final ApplicationLimits limits;
    private final Examiner examiner;
    private final Scanner scanner;

    Uploads(ApplicationLimits limits, Examiner examiner, Scanner scanner) {
        this.limits = limits;
        this.examiner = examiner;
        this.scanner = scanner;
    }

    /** What came out of looking at a file. */
    public sealed interface Upload {

        /**
         * @param scanned whether the virus scanner was there; otherwise it has to wait in quarantine
         * @param hints codes of what may be hard to read: {@code small}, {@code blurred}
         */
        record Taken(DocumentFile file, boolean scanned, List<String> hints) implements Upload {}

        record Refused(Problems.Refusal why) implements Upload {}
    }

    public Upload take(String fileName, byte[] content) {
        if (content.length == 0) {
            return refused("file.empty");
        }
        if (content.length > limits.maxFile().toBytes()) {
            return refused("file.large", limits.maxFile().toMegabytes());
        }
        Examined examined = examiner.examine(content);
        if (examined instanceof Examined.Refused why) {
            return new Upload.Refused(new Problems.Refusal(why.code(), why.arguments()));
        }
        Examined.Fine fine = (Examined.Fine) examined;
        // As it came: what is left out of a picture written anew is no less meant to harm.
        Verdict verdict = scanner.scan(content);
        return verdict == Verdict.INFECTED
                ? refused("file.virus")
                : new Upload.Taken(
                        new DocumentFile(named(fileName), fine.contentType(), fine.content()),
                        verdict == Verdict.CLEAN,
                        fine.hints());
    }

    /** What a content is by its first bytes. */
    String typeOf(byte[] content) {
        return examiner.typeOf(content);
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
