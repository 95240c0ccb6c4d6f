package dk.ics.intake.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A Danish personal number (CPR number), or a replacement number for a person who has none.
 *
 * <p>Day, month, year and a serial number of four digits; the first six are the date of birth, the seventh gives the
 * century (folkeregistreringsbekendtgørelsen § 1 stk. 1-2). A replacement number adds 60 to the day, so that it cannot
 * be mistaken for a real one (CPR-kontoret: erstatningspersonnummer). Modulus 11 is no condition: numbers without it
 * have been issued since 1 October 2007 and are fully valid.
 *
 * @param value ten digits
 */
public record CprNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("\\d{10}");
    private static final int REPLACEMENT = 60;
    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    /** @throws IllegalArgumentException if it is not ten digits that begin with a date; the text is not repeated */
    public CprNumber {
        Objects.requireNonNull(value);
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("A CPR number has ten digits");
        }
        try {
            dateOf(value);
        } catch (DateTimeException impossible) {
            // The cause names the date of birth, so it must not travel with the refusal.
            throw new IllegalArgumentException("A CPR number begins with a date of birth");
        }
    }

    /**
     * Reads a number as people write it: with or without a dash or blank after the date.
     *
     * @throws IllegalArgumentException if it is no CPR number; the text is not repeated
     */
    public static CprNumber parse(String text) {
        return new CprNumber(text.strip().replaceFirst("^(\\d{6})[- ](\\d{4})$", "$1$2"));
    }

    /** The date of birth that the number states. */
    public LocalDate born() {
        return dateOf(value);
    }

    /** Whether it is a replacement number (day 61-91), which never stands in the CPR register. */
    public boolean isReplacement() {
        return day(value) > REPLACEMENT;
    }

    /** Whether the number was given to a woman: its last digit is even. */
    public boolean isFemale() {
        return digit(value, 9) % 2 == 0;
    }

    /** Whether the number passes modulus 11. A hint for typing errors, never a reason to refuse a number. */
    public boolean passesModulus11() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digit(value, i);
        }
        return sum % 11 == 0;
    }

    /** Digits with the customary dash, for showing to those who may see it. */
    public String formatted() {
        return value.substring(0, 6) + "-" + value.substring(6);
    }

    /** Masked, so that no log can hold the number. */
    @Override
    public String toString() {
        return "CprNumber[******-****]";
    }

    private static LocalDate dateOf(String digits) {
        int day = day(digits);
        return LocalDate.of(year(digits), number(digits, 2), day > REPLACEMENT ? day - REPLACEMENT : day);
    }

    /** The table of centuries: digit 7 together with the two digits of the year. */
    private static int year(String digits) {
        int seventh = digit(digits, 6);
        int year = number(digits, 4);
        if (seventh <= 3) {
            return 1900 + year;
        }
        if (year <= 36) {
            return 2000 + year;
        }
        if (seventh == 4 || seventh == 9) {
            return 1900 + year;
        }
        return (year <= 57 ? 2000 : 1800) + year;
    }

    private static int day(String digits) {
        return number(digits, 0);
    }

    private static int number(String digits, int from) {
        return 10 * digit(digits, from) + digit(digits, from + 1);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
