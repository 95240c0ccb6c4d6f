package dk.ics.intake.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jmrtd.lds.icao.MRZInfo;

/**
 * The machine readable zone of a passport (TD3, two lines of 44) or an identity card (TD1, three of 30; TD2, two of 36)
 * by ICAO Doc 9303, with every check digit right.
 *
 * @param value the lines one after the other, without line breaks
 */
public record Mrz(String value) {

    /** What can be wrong with what was read or typed. */
    public enum Fault {
        /** Not two lines of 44, two of 36 or three of 30 characters, or a character that no zone has. */
        SHAPE,
        NUMBER,
        BIRTH_DATE,
        EXPIRY,
        OPTIONAL,
        COMPOSITE
    }

    private static final Pattern ALPHABET = Pattern.compile("[A-Z0-9<]+");
    private static final Pattern DATE = Pattern.compile("[0-9<]{6}");
    private static final Pattern NOT_IN_NUMBER = Pattern.compile("[^A-Z0-9]");
    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /** @throws IllegalArgumentException if it has a fault; the text is not repeated */
    public Mrz {
        Objects.requireNonNull(value);
        if (!faultsOf(value).isEmpty()) {
            throw new IllegalArgumentException("Not a machine readable zone with right check digits");
        }
    }

    /**
     * Reads a zone as scanners and people write it, line breaks and blanks ignored.
     *
     * @throws IllegalArgumentException if it has a fault; the text is not repeated
     */
    public static Mrz parse(String text) {
        return new Mrz(joined(text));
    }

    /** What is wrong with the text; empty when it can be parsed. */
    public static Set<Fault> faults(String text) {
        return faultsOf(joined(text));
    }

    /** In which line what disagrees with its check digit stands, from 1; the last digit of all stands in the second. */
    public static int lineOf(Fault fault, String text) {
        return fault == Fault.NUMBER && joined(text).length() == Zone.TD1 ? 1 : 2;
    }

    public String documentNumber() {
        return Zone.of(value).number().replace("<", "");
    }

    /** ISO 3166-1 alpha-3; Germany's {@code D} is given as {@code DEU}. */
    public String issuingState() {
        return ZoneCountry.ofZone(Zone.of(value).issuer()).code();
    }

    /** Whether the document's number is the same, blanks, dashes and case ignored. */
    public boolean hasNumber(String number) {
        return documentNumber()
                .equals(NOT_IN_NUMBER.matcher(number.toUpperCase(Locale.ROOT)).replaceAll(""));
    }

    /** Whether the birth date agrees; parts that the issuer left open ({@code <}) agree with anything. */
    public boolean hasBirthDate(LocalDate date) {
        return agrees(Zone.of(value).birthDate(), date);
    }

    public boolean hasExpiry(LocalDate date) {
        return agrees(Zone.of(value).expiry(), date);
    }

    /** The holder's names as jmrtd reads them: family name, then given names. */
    public String holder() {
        MRZInfo read = new MRZInfo(value);
        return (read.getPrimaryIdentifier() + " "
                        + read.getSecondaryIdentifier().replace('<', ' '))
                .strip();
    }

    /** Masked: only the kind of document. */
    @Override
    public String toString() {
        return "Mrz[" + Zone.of(value).lines() + " lines]";
    }

    private static String joined(String text) {
        return text.replaceAll("\\s", "");
    }

    private static boolean agrees(String zone, LocalDate date) {
        String expected = SIX_DIGITS.format(date);
        for (int i = 0; i < expected.length(); i++) {
            if (zone.charAt(i) != '<' && zone.charAt(i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Fault> faultsOf(String joined) {
        if (!Zone.isShape(joined) || !ALPHABET.matcher(joined).matches()) {
            return EnumSet.of(Fault.SHAPE);
        }
        Zone zone = Zone.of(joined);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        check(zone.number(), zone.numberDigit(), Fault.NUMBER, faults);
        checkDate(zone.birthDate(), zone.birthDateDigit(), Fault.BIRTH_DATE, faults);
        checkDate(zone.expiry(), zone.expiryDigit(), Fault.EXPIRY, faults);
        if (zone.lines() == 2 && joined.length() == Zone.TD3) {
            String optional = joined.substring(72, 86);
            if (!(optional.replace("<", "").isEmpty() && joined.charAt(86) == '<')) {
                check(optional, joined.charAt(86), Fault.OPTIONAL, faults);
            }
        }
        check(zone.composite(), joined.charAt(zone.compositeDigit()), Fault.COMPOSITE, faults);
        return faults;
    }

    /** A check digit takes a letter for its value: {@code A} in place of 0 would pass. */
    private static void checkDate(String part, char digit, Fault fault, Set<Fault> faults) {
        check(part, digit, fault, faults);
        if (!DATE.matcher(part).matches()) {
            faults.add(fault);
        }
    }

    /** jmrtd parses zones with wrong check digits without a word, so each digit is compared here. */
    private static void check(String part, char digit, Fault fault, Set<Fault> faults) {
        if (MRZInfo.checkDigit(part) != digit) {
            faults.add(fault);
        }
    }
}
