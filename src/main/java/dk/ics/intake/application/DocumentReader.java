package dk.ics.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.application.Uploads.Upload;
import dk.ics.intake.application.ValueRule.Code;
import dk.ics.intake.application.ValueRule.Text;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files of a person: base64 of a PDF, JPEG or PNG that really is one and was looked at ({@link Uploads}). */
public final class DocumentReader {

    /** The fields of a document beside {@code content}. */
    public static final List<ApplicationField> FIELDS = List.of(
            new ApplicationField(
                    "type",
                    true,
                    new Code(Arrays.stream(DocumentType.values())
                            .filter(type -> !type.isOurs())
                            .map(DocumentType::code)
                            .toArray(String[]::new)),
                    "What the paper is"),
            new ApplicationField("fileName", true, new Text(200), "Name of the file, without folders"),
            new ApplicationField(
                    "contentType",
                    true,
                    new Code("application/pdf", "image/jpeg", "image/png"),
                    "Type of the file; its content must be of that type"));

    private static final String CONTENT = "content";
    private static final Set<String> KEYS = ObjectReading.keys(FIELDS, CONTENT);

    private final ApplicationLimits limits;
    private final Uploads uploads;

    DocumentReader(ApplicationLimits limits, Uploads uploads) {
        this.limits = limits;
        this.uploads = uploads;
    }

    List<SubmittedDocument> read(JsonNode list, String path, Problems problems) {
        List<SubmittedDocument> documents = new ArrayList<>();
        if (list.isMissingNode() || list.isNull()) {
            return documents;
        }
        if (!list.isArray() || list.size() > limits.maxDocuments()) {
            problems.add(path, "list", limits.maxDocuments());
            return documents;
        }
        for (int i = 0; i < list.size(); i++) {
            SubmittedDocument document = readOne(list.get(i), path + "[" + i + "]", problems);
            if (document != null) {
                documents.add(document);
            }
        }
        return documents;
    }

    private @Nullable SubmittedDocument readOne(JsonNode node, String path, Problems problems) {
        if (!node.isObject()) {
            problems.add(path, "object");
            return null;
        }
        ObjectReading.refuseUnknown(node, KEYS, path, problems);
        Map<String, Object> values = ObjectReading.read(node, FIELDS, path, LocalDate.EPOCH, problems);
        byte[] content = content(node.path(CONTENT), path + "." + CONTENT, problems);
        String fileName = (String) values.get("fileName");
        String contentType = (String) values.get("contentType");
        DocumentType type =
                DocumentType.find(String.valueOf(values.get("type"))).orElse(null);
        if (fileName != null && fileName.matches(".*[/\\\\].*")) {
            problems.add(path + ".fileName", "file.name");
        }
        if (content == null || fileName == null || contentType == null || type == null) {
            return null;
        }
        if (!uploads.typeOf(content).equals(contentType)) {
            problems.add(path + "." + CONTENT, "file.type");
            return null;
        }
        Upload upload = uploads.take(fileName, content);
        if (upload instanceof Upload.Refused refused) {
            problems.add(path + "." + CONTENT, refused.why());
            return null;
        }
        Upload.Taken taken = (Upload.Taken) upload;
        return new SubmittedDocument(
                type,
                new DocumentFile(fileName, contentType, taken.file().content()),
                taken.scanned(),
                ContentHash.sha256(content));
    }

    private byte @Nullable [] content(JsonNode node, String path, Problems problems) {
        byte[] content = node.isTextual() ? decode(node.textValue()) : null;
        if (content == null || content.length == 0) {
            problems.add(path, "file.base64");
            return null;
        }
        if (content.length > limits.maxFile().toBytes()) {
            problems.add(path, "file.large", limits.maxFile().toMegabytes());
            return null;
        }
        return content;
    }

    private static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
