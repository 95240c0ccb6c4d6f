package dk.ics.intake.upload;

import java.util.List;

/** What came of examining a file. */
public sealed interface Examined {

    /**
     * It may be kept.
     *
     * @param contentType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
     * @param content the PDF as it came, a picture written anew
     * @param hints why it may be hard to read: {@code small}, {@code blurred}
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes; nobody compares files by equals
    record Fine(String contentType, byte[] content, List<String> hints) implements Examined {}

    /**
     * It is not kept.
     *
     * @param code key of the sentence, for example {@code file.active}
     * @param arguments limits to put into the sentence
     */
    record Refused(String code, List<Object> arguments) implements Examined {}
}
