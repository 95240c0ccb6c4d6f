package dk.ics.intake.upload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scanner as configured. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ScannerConfiguration.class);

    @Bean
    Scanner scanner(UploadProperties properties) {
        if (properties.scan() == UploadProperties.Scan.CLAMD) {
            return new Clamd(properties.clamd());
        }
        LOG.warn("Files that come in are not scanned for viruses (ics.upload.scan=none)");
        return content -> Scanner.Verdict.CLEAN;
    }
}
