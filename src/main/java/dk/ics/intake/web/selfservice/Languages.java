package dk.ics.intake.web.selfservice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages the pages are in: each file {@code texts_<code>.properties} beside this class is one. */
@Component
class Languages {

    private static final String FILES = "classpath*:dk/ics/intake/web/selfservice/texts_*.properties";
    private static final String ENGLISH = "en";

    private final Map<String, Texts> languages = new LinkedHashMap<>();

    Languages() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                Texts texts = read(file);
                languages.put(texts.code(), texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of the citizens' pages cannot be read", e);
        }
        if (!languages.containsKey(ENGLISH)) {
            throw new IllegalStateException("The texts of the citizens' pages are missing");
        }
    }

    Optional<Texts> find(String code) {
        return Optional.ofNullable(languages.get(code));
    }

    /** The language of a draft or link; English if it is not spoken here any more. */
    Texts spoken(String code) {
        return find(code).orElseGet(() -> languages.get(ENGLISH));
    }

    /** English first: most who come do not read Danish. */
    List<Texts> all() {
        return languages.values().stream()
                .sorted(Comparator.comparing((Texts texts) -> !texts.code().equals(ENGLISH))
                        .thenComparing(Texts::ownName))
                .toList();
    }

    /** What the browser likes best of the languages there are. */
    Texts liked(@Nullable String acceptLanguage) {
        if (acceptLanguage != null) {
            try {
                List<Locale> ours =
                        languages.keySet().stream().map(Locale::forLanguageTag).toList();
                Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ours);
                if (best != null) {
                    return spoken(best.getLanguage());
                }
            } catch (IllegalArgumentException noLanguages) {
                return spoken(ENGLISH);
            }
        }
        return spoken(ENGLISH);
    }

    private static Texts read(Resource file) throws IOException {
        String name = String.valueOf(file.getFilename());
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return new Texts(name.substring("texts_".length(), name.indexOf('.')), texts);
    }
}
