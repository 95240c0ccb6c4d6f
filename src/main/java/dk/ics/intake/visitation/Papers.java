package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Papers as caseworkers call them. */
final class Papers {

    private Papers() {}

    /** Danish names of a list of type codes with commas between them; empty when there is none. */
    static String names(@Nullable Object codes) {
        return codes == null
                ? ""
                : Arrays.stream(codes.toString().split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .map(Papers::name)
                        .collect(Collectors.joining(", "));
    }

    static List<Map<String, String>> rows(List<Document> papers) {
        return papers.stream()
                .map(paper -> Map.of(
                        "paper", name(paper.typeCode()),
                        "receivedOn", Facts.danish(paper.receivedOn()),
                        "original", Facts.danish(paper.seenInOriginal())))
                .toList();
    }

    private static String name(String code) {
        return DocumentType.find(code).map(DocumentType::danishName).orElse(code);
    }
}
