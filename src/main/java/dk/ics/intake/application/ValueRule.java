package dk.ics.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the value of one field of an application must look like. */
public sealed interface ValueRule {

    /** The typed value; null after a problem was added, or if nothing but blanks was written. */
    @Nullable
    Object read(JsonNode node, String path, LocalDate today, Problems problems);

    /**
     * Free text.
     *
     * @param maxLength in characters
     * @param lines whether it may have several lines
     * @param pattern what it must look like as a whole, or null
     * @param refusal code of the sentence if it does not match the pattern
     */
    record Text(int maxLength, boolean lines, @Nullable Pattern pattern, String refusal) implements ValueRule {

        Text(int maxLength) {
            this(maxLength, false, null, "text.pattern");
        }

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            return TextReading.read(node, this, path, problems);
        }
    }

    /** A code out of a list, or out of a catalogue that is too long to list in a sentence. */
    record Code(List<String> options, Predicate<String> catalogue, String refusal) implements ValueRule {

        Code(String... options) {
            this(List.of(options), List.of(options)::contains, "code.options");
        }

        Code(Predicate<String> catalogue, String refusal) {
            this(List.of(), catalogue, refusal);
        }

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            if (node.isTextual() && catalogue.test(node.textValue())) {
                return node.textValue();
            }
            problems.add(path, refusal, String.join(", ", options));
            return null;
        }
    }

    /**
     * A day, written as in {@code 2026-11-21}.
     *
     * @param yearsBack how many years before today it may lie
     * @param yearsAhead how many years after today; 0 = not after today
     */
    record Day(int yearsBack, int yearsAhead) implements ValueRule {

        private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            LocalDate day = node.isTextual() ? parse(node.textValue()) : null;
            if (day == null) {
                problems.add(path, "date.format");
            } else if (yearsAhead == 0 && day.isAfter(today)) {
                problems.add(path, "date.future");
            } else if (day.isBefore(today.minusYears(yearsBack)) || day.isAfter(today.plusYears(yearsAhead))) {
                problems.add(path, "date.far");
            } else {
                return day;
            }
            return null;
        }

        private static @Nullable LocalDate parse(String text) {
            try {
                return ISO.matcher(text).matches() ? LocalDate.parse(text) : null;
            } catch (java.time.format.DateTimeParseException impossible) {
                return null;
            }
        }
    }

    /**
     * The machine readable lines of a passport or identity card (ICAO Doc 9303), with or without line breaks; the value is
     * the lines one after the other. Check digits are for whoever knows documents.
     */
    record Zone() implements ValueRule {

        private static final int LONGEST = 200;
        private static final Pattern LINES = Pattern.compile("[A-Z0-9<]{72}|[A-Z0-9<]{88}|[A-Z0-9<]{90}");

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            String written = node.isTextual() && node.textValue().length() <= LONGEST ? node.textValue() : "";
            String lines = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            if (LINES.matcher(lines).matches()) {
                return lines;
            }
            problems.add(path, "zone.shape");
            return null;
        }
    }

    /** Yes or no. */
    record Truth() implements ValueRule {

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            problems.add(path, "boolean");
            return null;
        }
    }

    /** A number of at least zero with at most two decimals. */
    record Amount(int most) implements ValueRule {

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            if (node.isNumber()
                    && node.decimalValue().precision() <= 12
                    && Math.abs(node.decimalValue().scale()) <= 2
                    && node.decimalValue().signum() >= 0
                    && node.decimalValue().compareTo(java.math.BigDecimal.valueOf(most)) <= 0) {
                return node.decimalValue();
            }
            problems.add(path, "amount", most);
            return null;
        }
    }

    /** A list of rows, each an object of the given fields. */
    record Rows(int most, List<ApplicationField> fields) implements ValueRule {

        @Override
        public @Nullable Object read(JsonNode node, String path, LocalDate today, Problems problems) {
            return ObjectReading.rows(node, this, path, today, problems);
        }
    }
}
