package dk.ics.intake.letter;

import dk.ics.intake.time.DanishCalendar;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The languages letters are written in. */
enum Language {
    DANISH("da", Locale.forLanguageTag("da-DK"), "EEEE 'den' d. MMMM yyyy", "EEEE 'den' d. MMMM yyyy 'kl.' HH.mm"),
    ENGLISH("en", Locale.UK, "EEEE d MMMM yyyy", "EEEE d MMMM yyyy 'at' HH:mm");

    private static final Map<String, String> ENGLISH_PAPERS = Map.ofEntries(
            Map.entry("passport", "passport or national identity card"),
            Map.entry("passportOnly", "passport"),
            Map.entry("identityCard", "passport or national identity card"),
            Map.entry("residenceDocument", "EU residence document"),
            Map.entry("residencePermit", "residence permit"),
            Map.entry("proofOfAddress", "proof of your address in Denmark"),
            Map.entry("employmentContract", "employment contract, signed by you and your employer"),
            Map.entry("admissionLetter", "final letter of admission to your studies"),
            Map.entry("selfSupportDeclaration", "declaration that you can support yourself"),
            Map.entry("proofOfFunds", "proof of sufficient means for at least 12 months"),
            Map.entry("sponsorGround", "proof of the ground of residence of the person you join"),
            Map.entry("marriageCertificate", "marriage certificate"),
            Map.entry("divorceCertificate", "divorce certificate"),
            Map.entry("deathCertificate", "death certificate of your spouse"),
            Map.entry("birthCertificate", "birth certificate"),
            Map.entry("custodyPapers", "papers that show who has custody of the child"),
            Map.entry("parentalConsent", "consent from the parent who does not move with the child"),
            Map.entry("nordicPersonalNumber", "proof of your personal number in your home country"),
            Map.entry("pdU2", "portable document U2 (PD U2)"),
            Map.entry("taxForm", "application for a tax card (form 04.063)"),
            Map.entry("photograph", "photograph of your face"),
            Map.entry("complaintDossier", "documents of the case for the complaints authority"),
            Map.entry("temporaryCertificate", "temporary certificate for your health card"),
            Map.entry("letter", "letter from us"),
            Map.entry("other", "another document we have asked for"));

    private static final Map<String, String> DANISH_PAPERS = Map.ofEntries(
            Map.entry("passport", "pas eller nationalt id-kort"),
            Map.entry("passportOnly", "pas"),
            Map.entry("identityCard", "pas eller nationalt id-kort"),
            Map.entry("residenceDocument", "EU-opholdsdokument"),
            Map.entry("residencePermit", "opholdstilladelse"),
            Map.entry("proofOfAddress", "dokumentation for din adresse i Danmark"),
            Map.entry("employmentContract", "ansættelseskontrakt, underskrevet af dig og din arbejdsgiver"),
            Map.entry("admissionLetter", "endeligt optagelsesbrev fra dit studie"),
            Map.entry("selfSupportDeclaration", "erklæring om, at du kan forsørge dig selv"),
            Map.entry("proofOfFunds", "dokumentation for tilstrækkelige midler i mindst 12 måneder"),
            Map.entry("sponsorGround", "dokumentation for opholdsgrundlaget for den, du flytter til"),
            Map.entry("marriageCertificate", "vielsesattest"),
            Map.entry("divorceCertificate", "skilsmisseattest"),
            Map.entry("deathCertificate", "ægtefællens dødsattest"),
            Map.entry("birthCertificate", "fødselsattest"),
            Map.entry("custodyPapers", "papirer, der viser, hvem der har forældremyndigheden over barnet"),
            Map.entry("parentalConsent", "samtykke fra den forælder, der ikke flytter med"),
            Map.entry("nordicPersonalNumber", "bevis for dit personnummer i hjemlandet"),
            Map.entry("pdU2", "attest PD U2"),
            Map.entry("taxForm", "ansøgning om skattekort (blanket 04.063)"),
            Map.entry("photograph", "foto af dit ansigt"),
            Map.entry("complaintDossier", "sagens dokumenter til klagemyndigheden"),
            Map.entry("temporaryCertificate", "midlertidigt bevis for dit sundhedskort"),
            Map.entry("letter", "brev fra os"),
            Map.entry("other", "et andet dokument, vi har bedt om"));

    private final String code;
    private final Properties phrases;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    Language(String code, Locale locale, String day, String moment) {
        this.code = code;
        this.phrases = phrases(code);
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

    /** What a paper, or another code of {@code phrases.<language>.properties}, is called in a letter. */
    String name(String code) {
        return (this == DANISH ? DANISH_PAPERS : ENGLISH_PAPERS).getOrDefault(code, phrases.getProperty(code, code));
    }

    private static Properties phrases(String code) {
        Properties phrases = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream("phrases." + code + ".properties")),
                StandardCharsets.UTF_8)) {
            phrases.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The phrases of letters cannot be read", e);
        }
        return phrases;
    }
}
