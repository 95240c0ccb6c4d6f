package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CaseText;
import dk.ics.intake.casefile.CprNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller may know of the case: how it is written, and which cases it fits. */
enum Criterion {
    REFERENCE("reference", "Skriv sagsnummeret som 2026-000123.", "CASE = :reference") {
        @Override
        @Nullable
        Object read(String text) {
            Matcher parts = REFERENCE_PARTS.matcher(text);
            return parts.matches()
                    ? CaseReference.parse(parts.group(1) + "-"
                                    + "0".repeat(Math.max(0, 6 - parts.group(2).length())) + parts.group(2))
                            .value()
                    : null;
        }
    },
    /** Its condition is the search's own: first as it is written, then as it sounds. */
    NAME("name", "Skriv hele navne med mindst to bogstaver, højst otte navne.", "true") {
        @Override
        @Nullable
        Object read(String text) {
            long letters = text.codePoints().filter(Character::isLetter).count();
            return letters >= 2 && text.split("[^\\p{L}\\p{M}\\p{N}'’]+").length <= MOST_NAMES ? text : null;
        }
    },
    BIRTH_DATE("birthDate", "Skriv fødselsdatoen som 14.05.1991.", "p.birth_date = :birthDate") {
        @Override
        @Nullable
        Object read(String text) {
            return WrittenDate.read(text).orElse(null);
        }
    },
    CPR_NUMBER("cprNumber", "Skriv CPR-nummeret med ti cifre. De første seks er fødselsdatoen.", """
            CASE in (
              select case_reference from ics.registration where cpr_number = :cprNumber
              union all
              select case_reference from ics.registration
              where existing_number = :cprNumber and existing_number_decision is distinct from 'otherPerson'
              union all
              select case_reference from ics.person where danish_number_key = :cprNumber)""") {
        @Override
        @Nullable
        Object read(String text) {
            try {
                return CprNumber.parse(text).value();
            } catch (IllegalArgumentException noNumber) {
                return null;
            }
        }
    },
    DOCUMENT_NUMBER("documentNumber", "Skriv dokumentets nummer med bogstaver og tal, mindst fire tegn.", """
            CASE in (
              select case_reference from ics.person where document_key = ics.document_key(:documentNumber)
              union all
              select case_reference from ics.residence where document_key = ics.document_key(:documentNumber))""") {
        @Override
        @Nullable
        Object read(String text) {
            return text.codePoints().filter(Character::isLetterOrDigit).count() >= 4 ? text : null;
        }
    },
    PHONE("phone", "Skriv hele telefonnummeret, mindst seks cifre.", "p.phone_key = ics.phone_key(:phone)") {
        @Override
        @Nullable
        Object read(String text) {
            long digits =
                    text.chars().filter(sign -> sign >= '0' && sign <= '9').count();
            return digits >= 6 && PHONE_SIGNS.matcher(text).matches() ? text : null;
        }
    },
    EMAIL("email", "Skriv hele e-mailadressen, fx navn@firma.dk.", "p.email_key = ics.email_key(:email)") {
        @Override
        @Nullable
        Object read(String text) {
            return EMAIL_ADDRESS.matcher(text).matches() ? text : null;
        }
    };

    private static final Pattern REFERENCE_PARTS = Pattern.compile("(20\\d{2})[ -]{1,3}(\\d{1,9})");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[0-9 ()+./-]+");
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int MOST_NAMES = 8;
    private static final int LONGEST = 200;

    private final String key;
    private final String sentence;
    private final String condition;

    Criterion(String key, String sentence, String condition) {
        this.key = key;
        this.sentence = sentence;
        this.condition = condition;
    }

    static Optional<Criterion> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** The name of its field, and of the statement's parameter. */
    String key() {
        return key;
    }

    /** What to write in the field instead. */
    String sentence() {
        return sentence;
    }

    /**
     * The condition, each with an index of its own, on {@code ics.person p} or on the number of the case.
     *
     * @param caseColumn where the number of the case stands
     */
    String condition(String caseColumn) {
        return condition.replace("CASE", caseColumn);
    }

    /** Whether it is about the person, so that a case of which nobody knows the person cannot fit. */
    boolean isAboutPerson() {
        return this == NAME || condition.startsWith("p.");
    }

    /** The value to look for, a {@link String} or {@link LocalDate}; nothing if the text cannot be one. */
    Optional<Object> value(String text) {
        return text.length() <= LONGEST && CaseText.isClean(text) ? Optional.ofNullable(read(text)) : Optional.empty();
    }

    abstract @Nullable Object read(String text);
}
