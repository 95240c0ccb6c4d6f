package dk.ics.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.agreement.AgreementEntry;
import dk.ics.intake.casefile.CaseText;
import dk.ics.intake.casefile.Category;
import dk.ics.intake.casefile.ServiceCode;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads an agreement from JSON and finds all that is wrong with it at once. */
final class AgreementReader {

    static final String NO_MUNICIPALITY = "Skriv kommunens kode på fire cifre, for eksempel 0147.";
    private static final Set<String> TERMS = Set.of("validFrom", "validTo", "reservation");
    private static final Set<String> ENTRY =
            Set.of("municipality", "categories", "services", "validFrom", "validTo", "reservation");
    private static final int LONGEST = 500;
    private static final LocalDate EARLIEST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final JsonNode json;
    private final Map<String, String> problems = new LinkedHashMap<>();

    /** What of an agreement may change. */
    record Terms(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String reservation) {}

    private AgreementReader(JsonNode json, Set<String> known) {
        this.json = json;
        json.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.put(key.length() > 60 ? key.substring(0, 60) + "…" : key, "Feltet findes ikke i en aftale.");
            }
        });
    }

    /** @throws RegisterRefused with a sentence for each field that is wrong */
    static AgreementEntry entry(JsonNode json) {
        AgreementReader reader = new AgreementReader(json, ENTRY);
        MunicipalityCode municipality = reader.municipality();
        List<String> categories = reader.codes(
                "categories", code -> Category.find(code).isPresent(), "Vælg mindst én kategori, der findes.");
        List<String> services = reader.codes(
                "services", code -> ServiceCode.find(code).isPresent(), "Vælg mindst én ydelse, der findes.");
        Terms terms = reader.terms();
        return new AgreementEntry(
                municipality, categories, services, terms.validFrom(), terms.validTo(), terms.reservation());
    }

    /** @throws RegisterRefused with a sentence for each field that is wrong */
    static Terms terms(JsonNode json) {
        return new AgreementReader(json, TERMS).terms();
    }

    private Terms terms() {
        LocalDate from = day("validFrom", true);
        LocalDate to = day("validTo", false);
        if (from != null && to != null && to.isBefore(from)) {
            problems.put("validTo", "Sidste dag kan ikke ligge før første dag.");
        }
        String reservation = reservation();
        if (!problems.isEmpty() || from == null) {
            throw RegisterRefused.because(problems);
        }
        return new Terms(from, to, reservation);
    }

    private MunicipalityCode municipality() {
        String code = json.path("municipality").asText();
        if (MunicipalityCode.isValid(code) && !code.equals(MunicipalityCode.UNKNOWN.value())) {
            return new MunicipalityCode(code);
        }
        problems.put("municipality", NO_MUNICIPALITY);
        return MunicipalityCode.UNKNOWN;
    }

    private List<String> codes(String field, Predicate<String> known, String sentence) {
        List<String> codes = new ArrayList<>();
        json.path(field).forEach(code -> codes.add(code.asText()));
        if (codes.isEmpty() || !codes.stream().allMatch(known)) {
            problems.put(field, sentence);
        } else if (Set.copyOf(codes).size() < codes.size()) {
            problems.put(field, "Den samme kode står to gange.");
        }
        return codes;
    }

    private @Nullable LocalDate day(String field, boolean required) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                problems.put(field, "Feltet skal udfyldes.");
            }
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(node.asText());
            if (!day.isBefore(EARLIEST) && day.isBefore(LATEST)) {
                return day;
            }
            problems.put(field, "Datoen skal ligge mellem 2013 og 2099.");
        } catch (DateTimeParseException noDate) {
            problems.put(field, "Skriv en dato, der findes, som ÅÅÅÅ-MM-DD.");
        }
        return null;
    }

    private @Nullable String reservation() {
        JsonNode node = json.path("reservation");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.isTextual() ? CaseText.normalise(node.asText()) : "";
        if (!node.isTextual() || text.length() > LONGEST || !CaseText.isClean(text) || CaseText.holdsCode(text)) {
            problems.put("reservation", "Skriv forbeholdet som almindelig tekst på højst " + LONGEST + " tegn.");
            return null;
        }
        return text.isEmpty() ? null : text;
    }
}
