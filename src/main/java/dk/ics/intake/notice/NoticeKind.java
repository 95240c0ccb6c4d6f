package dk.ics.intake.notice;

import java.util.Arrays;

/** What an authority is told. */
public enum NoticeKind {
    WITHDRAWN("withdrawn", "Borgeren har trukket ansøgningen tilbage"),
    CORRECTED("corrected", "Registrerede oplysninger er rettet"),
    DECEASED("deceased", "Borgeren er død"),
    DEPARTED("departed", "Borgeren er udrejst");

    private final String code;
    private final String danishText;

    NoticeKind(String code, String danishText) {
        this.code = code;
        this.danishText = danishText;
    }

    /** @throws IllegalArgumentException if no kind has this code */
    public static NoticeKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind of notice"));
    }

    /** In the routing of processes, in tables, and on the wire. */
    public String code() {
        return code;
    }

    /** As a caseworker tells it. */
    String danishText() {
        return danishText;
    }
}
