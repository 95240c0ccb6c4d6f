package dk.ics.intake.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code ics.applications}: how much one application, and one sender, may send.
 *
 * @param maxBody size of the whole JSON text; base64 makes files a third bigger
 * @param maxFile size of one file after decoding
 * @param perMinute applications a minute from one client address and one node; as many may come at once
 */
@ConfigurationProperties("ics.applications")
public record ApplicationLimits(
        @DefaultValue("20MB") DataSize maxBody,
        @DefaultValue("5MB") DataSize maxFile,
        @DefaultValue("10") int maxPersons,
        @DefaultValue("20") int maxDocuments,
        @DefaultValue("20") int perMinute) {}
