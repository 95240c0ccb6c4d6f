package dk.ics.intake.casefile;

import java.util.Arrays;
import java.util.Optional;

/** What a paper of a case can be. */
public enum DocumentType {
    PASSPORT("passport", "Pas"),
    IDENTITY_CARD("identityCard", "Nationalt id-kort"),
    RESIDENCE_DOCUMENT("residenceDocument", "EU-opholdsdokument"),
    PROOF_OF_ADDRESS("proofOfAddress", "Dokumentation for bopæl"),
    EMPLOYMENT_CONTRACT("employmentContract", "Ansættelseskontrakt"),
    MARRIAGE_CERTIFICATE("marriageCertificate", "Vielsesattest"),
    BIRTH_CERTIFICATE("birthCertificate", "Fødselsattest"),
    TAX_FORM("taxForm", "Ansøgning om skattekort (blanket 04.063)"),
    RESIDENCE_PERMIT("residencePermit", "Opholdstilladelse"),
    ADMISSION_LETTER("admissionLetter", "Endeligt optagelsesbrev"),
    SELF_SUPPORT("selfSupportDeclaration", "Erklæring om selvforsørgelse"),
    PROOF_OF_FUNDS("proofOfFunds", "Dokumentation for tilstrækkelige midler"),
    SPONSOR_GROUND("sponsorGround", "Dokumentation for hovedpersonens opholdsgrundlag"),
    DIVORCE_CERTIFICATE("divorceCertificate", "Skilsmisseattest"),
    DEATH_CERTIFICATE("deathCertificate", "Ægtefællens dødsattest"),
    CUSTODY_PAPERS("custodyPapers", "Dokumentation for forældremyndighed"),
    PARENTAL_CONSENT("parentalConsent", "Samtykke fra den forælder, der ikke flytter med"),
    NORDIC_PERSONAL_NUMBER("nordicPersonalNumber", "Bevis for nordisk personnummer"),
    PD_U2("pdU2", "Attest PD U2"),
    PHOTOGRAPH("photograph", "Foto af ansigtet"),
    COMPLAINT_DOSSIER("complaintDossier", "Sagens dokumenter til klagemyndigheden"),
    TEMPORARY_CERTIFICATE("temporaryCertificate", "Midlertidigt bevis for sundhedskort"),
    LETTER("letter", "Brev til borgeren"),
    OTHER("other", "Andet dokument");

    private final String code;
    private final String danishName;

    DocumentType(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    /** The type with this code, if there is one. */
    public static Optional<DocumentType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** Whether we write it: no citizen sends it. */
    public boolean isOurs() {
        return this == LETTER || this == TEMPORARY_CERTIFICATE || this == COMPLAINT_DOSSIER;
    }

    /** The code in the database, in process variables and in the interface. */
    public String code() {
        return code;
    }

    /** What caseworkers and citizens call it. */
    public String danishName() {
        return danishName;
    }
}
