package dk.ics.intake.report;

import dk.ics.intake.casefile.CitizenGroup;
import dk.ics.intake.evidence.FindingType;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.supervision.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Danish reader of a report would stumble over. */
public final class ReportWords {

    /** English words and names of the code that no Danish text has. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?<!\\p{L})(the|and|of|case|page|control|approved|doubt|null|true|false|unknown|error|remark|training|recontrol"
                    + "|photo|override|random|system|outgoing|Ukendt|\\p{Ll}+\\p{Lu}\\p{L}*|[A-Z]+_[A-Z_]+)(?!\\p{L})");

    /** What looks like code and is a name. */
    private static final List<String> NAMES = List.of("MitID");

    private ReportWords() {}

    /** The codes among the words; hashes are no words. */
    public static List<String> codes(String text) {
        String words = text.replaceAll("[A-Za-z0-9_-]{21,}", " ").replaceAll("\\([a-z0-9]+\\)", " ");
        for (String name : NAMES) {
            words = words.replace(name, "");
        }
        return FOREIGN.matcher(words)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    /** Every code that the rules and tables can put in a report has a name: {@code kind.code}. */
    static List<String> known() {
        return Stream.of(
                        codes("presentation", "original", "photo"),
                        codes("issuingGroup", "danish", "nordic", "eu", "thirdCountry", "organisation"),
                        Arrays.stream(CitizenGroup.values()).map(group -> "citizenGroup." + group.code()),
                        codes("ageBand", "under13", "13to14", "15to17", "18plus"),
                        codes("answer", "met", "notMet", "notRelevant", "none"),
                        codes("finding", "none", "remark", "error"),
                        codes("followUp", "recontrol", "training"),
                        codes("followUpResult", "done", "lapsed"))
                .flatMap(kind -> kind)
                .toList();
    }

    static Stream<String> labels() {
        return Stream.of(
                        Arrays.stream(Requirement.values()).map(Requirement::label),
                        Arrays.stream(Kind.values()).map(Kind::danishText),
                        Arrays.stream(Risk.values()).map(Risk::danishName),
                        Arrays.stream(FindingType.values()).map(FindingType::danishText),
                        Arrays.stream(Gap.values()).flatMap(gap -> Stream.of(gap.heading(), gap.nothing())))
                .flatMap(labels -> labels);
    }

    private static Stream<String> codes(String kind, String... codes) {
        return Arrays.stream(codes).map(code -> kind + "." + code);
    }
}
