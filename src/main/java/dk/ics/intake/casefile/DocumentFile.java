package dk.ics.intake.casefile;

/**
 * An uploaded file.
 *
 * @param fileName as the sender named it
 * @param contentType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param content the bytes; not copied, so leave them alone
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes; nobody compares files by equals
public record DocumentFile(String fileName, String contentType, byte[] content) {

    /** Masked: file names hold people's names. */
    @Override
    public String toString() {
        return "DocumentFile[" + contentType + ", " + content.length + " bytes]";
    }
}
