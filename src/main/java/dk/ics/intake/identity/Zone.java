package dk.ics.intake.identity;

/** Where the parts of a machine readable zone stand (ICAO Doc 9303 parts 4 to 6). */
record Zone(
        int lines,
        String number,
        char numberDigit,
        String birthDate,
        char birthDateDigit,
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
        return new Zone(
                2,
                line.substring(0, 9),
                line.charAt(9),
                line.substring(13, 19),
                line.charAt(19),
                line.substring(21, 27),
                line.charAt(27),
                line.substring(0, 10) + line.substring(13, 20) + line.substring(21, last),
                joined.length() - 1);
    }

    private static Zone card(String joined) {
        String first = joined.substring(0, 30);
        String second = joined.substring(30, 60);
        String number = first.substring(5, 14);
        char digit = first.charAt(14);
        if (digit == '<') {
            // A number of more than nine characters goes on in the optional part, its check digit last.
            String rest = first.substring(15).split("<", 2)[0];
            if (!rest.isEmpty()) {
                number = number + rest.substring(0, rest.length() - 1);
                digit = rest.charAt(rest.length() - 1);
            }
        }
        return new Zone(
                3,
                number,
                digit,
                second.substring(0, 6),
                second.charAt(6),
                second.substring(8, 14),
                second.charAt(14),
                first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29),
                59);
    }
}
