package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.application.Uploads.Upload;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.ApplicationDrafts.Added;
import dk.ics.intake.selfservice.Asked;
import dk.ics.intake.selfservice.Course;
import dk.ics.intake.selfservice.Heard;
import dk.ics.intake.web.selfservice.Drafting.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The papers of one person: what the decision tables ask for, one upload for each. */
@Controller
@RequestMapping("/apply/draft/{secret}/{no:[1-9][0-9]?[0-9]?}/papers")
class PapersController {

    private final Drafting drafting;
    private final ApplicationDrafts drafts;
    private final Uploads uploads;

    PapersController(Drafting drafting, ApplicationDrafts drafts, Uploads uploads) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.uploads = uploads;
    }

    /**
     * A paper as it is drawn.
     *
     * @param type code under which its files are kept
     * @param files names and ids of what is there
     */
    record Paper(
            String type,
            String label,
            @Nullable String hint,
            List<Kept> files,
            @Nullable String error) {}

    record Kept(UUID id, String name) {}

    @GetMapping
    ModelAndView papers(HttpServletRequest request, @PathVariable String secret, @PathVariable int no) {
        return drafting.with(
                request,
                secret,
                no,
                (open, heard) -> heard.isComplete() ? draw(open, heard, HttpStatus.OK, Map.of()) : drafting.next(open));
    }

    @PostMapping
    ModelAndView add(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return drafting.with(request, secret, no, (open, heard) -> {
            boolean wanted =
                    heard.papers().stream().anyMatch(paper -> kept(paper, heard).equals(type));
            if (!wanted) {
                return Pages.seeOther(open.path("/" + no + "/papers"));
            }
            Refusal refusal = add(open, no, type, file);
            return refusal == null
                    ? Pages.seeOther(open.path("/" + no + "/papers") + "#" + type)
                    : draw(open, heard, HttpStatus.BAD_REQUEST, Map.of(type, refusal));
        });
    }

    @PostMapping("/done")
    ModelAndView done(HttpServletRequest request, @PathVariable String secret, @PathVariable int no) {
        return drafting.with(request, secret, no, (open, heard) -> {
            if (heard.isComplete()) {
                drafts.change(open.secret(), content -> content.answered(no, Course.PAPERS, Map.of(), List.of()));
            }
            return drafting.nextOf(open.secret());
        });
    }

    @PostMapping("/{file:[0-9a-f]+-[0-9a-f-]+}/remove")
    ModelAndView remove(
            HttpServletRequest request, @PathVariable String secret, @PathVariable int no, @PathVariable UUID file) {
        return drafting.with(request, secret, no, (open, heard) -> {
            drafts.removeFile(open.secret(), file);
            return Pages.seeOther(open.path("/" + no + "/papers"));
        });
    }

    private @Nullable Refusal add(Open open, int no, String type, @Nullable MultipartFile file) {
        Upload upload = look(uploads, file);
        if (upload instanceof Upload.Refused refused) {
            return refused.why();
        }
        Added added =
                drafts.add(open.secret(), no, DocumentType.find(type).orElseThrow(), ((Upload.Taken) upload).file());
        return switch (added) {
            case KEPT, NO_DRAFT -> null;
            case TOO_MANY -> new Refusal("file.many", List.of());
            case TOO_LARGE -> new Refusal("file.all", List.of());
        };
    }

    /** What a browser sent as a file, looked at. */
    static Upload look(Uploads uploads, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return new Upload.Refused(new Refusal("file.empty", List.of()));
        }
        try {
            return uploads.take(Objects.toString(file.getOriginalFilename(), ""), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read", e);
        }
    }

    /** A passport may be a national identity card, and is kept as what the citizen said it is. */
    private static String kept(String paper, Heard heard) {
        return paper.equals("passport")
                ? heard.known().getOrDefault("identityDocumentType", paper).toString()
                : paper;
    }

    private ModelAndView draw(Open open, Heard heard, HttpStatus status, Map<String, Refusal> refusals) {
        Texts texts = open.texts();
        int no = heard.person().no();
        List<Paper> papers = heard.papers().stream()
                .map(paper -> kept(paper, heard))
                .map(type -> new Paper(
                        type,
                        texts.get("paper." + type),
                        texts.find("paper." + type + ".hint"),
                        open.draft().filesOf(no).stream()
                                .filter(file -> file.type().code().equals(type))
                                .map(file -> new Kept(file.id(), file.fileName()))
                                .toList(),
                        Fields.error(texts, "file", refusals.get(type))))
                .toList();
        List<Problem> errors = papers.stream()
                .filter(paper -> paper.error() != null)
                .map(paper -> new Problem("file-" + paper.type(), paper.label() + ": " + paper.error()))
                .toList();
        String title = heard.first()
                ? texts.get("papers.title")
                : texts.get("papers.title.other", QuestionController.named(texts, heard));
        return drafting.page("papers", status, open)
                .addObject("papers", papers)
                .addObject("title", title)
                .addObject("pageTitle", Pages.title(texts, title, errors))
                .addObject("errors", errors)
                .addObject("no", no)
                .addObject("caption", QuestionController.caption(texts, heard))
                .addObject("back", open.path("/" + no + "/" + last(heard)));
    }

    private static String last(Heard heard) {
        List<Asked> asked = heard.asked();
        return asked.get(asked.size() - 1).id();
    }
}
