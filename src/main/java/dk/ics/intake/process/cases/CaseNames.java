package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.Category;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.ServiceCode;
import dk.ics.intake.process.cases.WholeCase.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * What the codes of a case are called in Danish: as their own type says, else from {@code names.properties}, {@code
 * kind.code=name}.
 */
@Component
class CaseNames {

    private final Properties names = new Properties();

    CaseNames() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(CaseNames.class.getResourceAsStream("names.properties")),
                StandardCharsets.UTF_8)) {
            names.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("names.properties cannot be read", e);
        }
    }

    /** A code that nobody has named yet is shown as it stands. */
    Named of(String kind, String code) {
        return new Named(
                code,
                switch (kind) {
                    case "category" ->
                        Category.find(code).map(Category::danishName).orElse(code);
                    case "service" ->
                        ServiceCode.find(code).map(ServiceCode::danishName).orElse(code);
                    default -> names.getProperty(kind + "." + code, code);
                });
    }

    /** A code of which one does not know what it says: a category's, a service's or a paper's name, or the code itself. */
    String whatever(String code) {
        return Category.find(code)
                .map(Category::danishName)
                .or(() -> ServiceCode.find(code).map(ServiceCode::danishName))
                .or(() -> DocumentType.find(code).map(DocumentType::danishName))
                .orElse(code);
    }

    boolean has(String kind, String code) {
        return !of(kind, code).label().equals(code);
    }

    static Named document(String code) {
        return new Named(
                code, DocumentType.find(code).map(DocumentType::danishName).orElse(code));
    }
}
