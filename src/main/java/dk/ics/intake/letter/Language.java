package dk.ics.intake.letter;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The languages letters are written in. */
enum Language {
    DANISH("da", Locale.forLanguageTag("da-DK"), "EEEE 'den' d. MMMM yyyy", "EEEE 'den' d. MMMM yyyy 'kl.' HH.mm"),
    ENGLISH("en", Locale.UK, "EEEE d MMMM yyyy", "EEEE d MMMM yyyy 'at' HH:mm");

    private static final Map<String, String> ENGLISH_PAPERS = Map.of(
            "passport", "passport or national identity card",
            "identityCard", "passport or national identity card",
            "residenceDocument", "EU residence document",
            "proofOfAddress", "proof of your address in Denmark",
            "employmentContract", "employment contract, signed by you and your employer",
            "marriageCertificate", "marriage certificate",
            "birthCertificate", "birth certificate",
            "taxForm", "application for a tax card (form 04.063)");

    private static final Map<String, String> DANISH_PAPERS = Map.of(
            "passport", "pas eller nationalt id-kort",
            "identityCard", "pas eller nationalt id-kort",
            "residenceDocument", "EU-opholdsdokument",
            "proofOfAddress", "dokumentation for din adresse i Danmark",
            "employmentContract", "ansættelseskontrakt, underskrevet af dig og din arbejdsgiver",
            "marriageCertificate", "vielsesattest",
            "birthCertificate", "fødselsattest",
            "taxForm", "ansøgning om skattekort (blanket 04.063)");

    private final String code;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    Language(String code, Locale locale, String day, String moment) {
        this.code = code;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.moment = DateTimeFormatter.ofPattern(moment, locale);
    }

    /** Danish for those who chose it, English for all others. */
    static Language of(Object spoken) {
        return "da".equals(spoken) ? DANISH : ENGLISH;
    }

    String code() {
        return code;
    }

    String write(LocalDate date) {
        return day.format(date);
    }

    String write(OffsetDateTime time) {
        return moment.format(time.atZoneSameInstant(DanishCalendar.COPENHAGEN));
    }

    /** What a paper is called in a letter. */
    String paper(String typeCode) {
        return (this == DANISH ? DANISH_PAPERS : ENGLISH_PAPERS).getOrDefault(typeCode, typeCode);
    }
}
