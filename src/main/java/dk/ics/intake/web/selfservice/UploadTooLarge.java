package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.ApplicationLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** An upload that was cut off because it is too large, or that is none. */
@ControllerAdvice(basePackageClasses = UploadTooLarge.class)
class UploadTooLarge {

    private final Pages pages;
    private final ApplicationLimits limits;

    UploadTooLarge(Pages pages, ApplicationLimits limits) {
        this.pages = pages;
        this.limits = limits;
    }

    @ExceptionHandler
    ModelAndView refuse(MultipartException refused, HttpServletRequest request) {
        Texts texts = pages.liked(request);
        return pages.page("too-large", HttpStatus.PAYLOAD_TOO_LARGE, texts)
                .addObject("text", texts.get("e.file.large", limits.maxFile().toMegabytes()));
    }
}
