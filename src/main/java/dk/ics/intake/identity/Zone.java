package dk.ics.intake.identity;

/** Where the parts of a machine readable zone stand (ICAO Doc 9303 parts 4 to 6). */
record Zone(
        int lines,
        String issuer,
        String names,
        String number,
        char numberDigit,
        String nationality,
        String birthDate,
        char birthDateDigit,
        char sex,
        String expiry,
        char expiryDigit,
        String composite,
        int compositeDigit) {

    static final int TD1 = 90;
    static final int TD2 = 72;
    static final int TD3 = 88;

    static boolean isShape(String joined) {
        return joined.length() == TD1 || joined.length() == TD2 || joined.length() == TD3;
    }

    static Zone of(String joined) {
        return joined.length() == TD1 ? card(joined) : twoLines(joined);
    }

    private static Zone twoLines(String joined) {
        int second = joined.length() / 2;
        String line = joined.substring(second);
        int last = line.length() - 1;
        Number number =
                Number.of(line.substring(0, 9), line.charAt(9), line.length() == 36 ? line.substring(28, 35) : "");
        return new Zone(
                2,
                joined.substring(2, 5),
                joined.substring(5, second),
                number.digits(),
                number.digit(),
                line.substring(10, 13),
                line.substring(13, 19),
                line.charAt(19),
                line.charAt(20),
                line.substring(21, 27),
                line.charAt(27),
                line.substring(0, 10) + line.substring(13, 20) + line.substring(21, last),
                joined.length() - 1);
    }

    private static Zone card(String joined) {
        String first = joined.substring(0, 30);
        String second = joined.substring(30, 60);
        Number number = Number.of(first.substring(5, 14), first.charAt(14), first.substring(15));
        return new Zone(
                3,
                first.substring(2, 5),
                joined.substring(60),
                number.digits(),
                number.digit(),
                second.substring(15, 18),
                second.substring(0, 6),
                second.charAt(6),
                second.charAt(7),
                second.substring(8, 14),
                second.charAt(14),
                first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29),
                59);
    }

    /** A card's number of more than nine characters goes on in the optional part, its check digit last. */
    private record Number(String digits, char digit) {

        static Number of(String nine, char digit, String optional) {
            String rest = digit == '<' ? optional.split("<", 2)[0] : "";
            return rest.isEmpty()
                    ? new Number(nine, digit)
                    : new Number(nine + rest.substring(0, rest.length() - 1), rest.charAt(rest.length() - 1));
        }
    }

    /** Masked: the parts are a person's. */
    @Override
    public String toString() {
        return "Zone[" + lines + " lines]";
    }
}
