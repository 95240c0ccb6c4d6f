package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.application.Uploads.Upload;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.ApplicationDrafts.Added;
import dk.ics.intake.selfservice.Asked;
import dk.ics.intake.selfservice.Course;
import dk.ics.intake.selfservice.DraftFile;
import dk.ics.intake.selfservice.Heard;
import dk.ics.intake.web.selfservice.Drafting.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The papers of one person: what the decision tables ask for, and the files of each. */
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
     * @param there whether a file is there that may be good
     */
    record Paper(
            String type,
            String label,
            @Nullable String hint,
            List<Kept> files,
            boolean there,
            @Nullable String error) {}

    /**
     * A file that is there.
     *
     * @param kind of what is said about it: {@code info}, {@code warning} or {@code error}
     */
    record Kept(UUID id, String name, String kind, List<String> said) {}

    /** Input of a paper's files: this and the type. */
    private static final String INPUT = "file-";

    private static final Upload EMPTY = new Upload.Refused(new Refusal("file.empty", List.of()));

    @GetMapping
    ModelAndView papers(HttpServletRequest request, @PathVariable String secret, @PathVariable int no) {
        return drafting.with(
                request,
                secret,
                no,
                (open, heard) -> heard.isComplete() ? draw(open, heard, HttpStatus.OK, Map.of()) : drafting.next(open));
    }

    /** Adds the files of all papers that were chosen; the button says for which paper one was expected. */
    @PostMapping
    ModelAndView add(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String add,
            @RequestParam MultiValueMap<String, MultipartFile> files) {
        return drafting.with(request, secret, no, (open, heard) -> {
            Map<String, Refused> refused = add(open, heard, files);
            if (chosen(files).isEmpty() && types(heard).contains(add)) {
                refused.put(add, new Refused("", new Refusal("file.empty", List.of())));
            }
            return refused.isEmpty()
                    ? Pages.seeOther(
                            open.path("/" + no + "/papers") + (types(heard).contains(add) ? "#" + add : ""))
                    : drawAnew(open, no, refused);
        });
    }

    /** Goes on; what was chosen and not added yet is added first. */
    @PostMapping("/done")
    ModelAndView done(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam MultiValueMap<String, MultipartFile> files) {
        return drafting.with(request, secret, no, (open, heard) -> {
            Map<String, Refused> refused = add(open, heard, files);
            if (!refused.isEmpty()) {
                return drawAnew(open, no, refused);
            }
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

    /** A file that was not added. */
    private record Refused(String fileName, Refusal why) {}

    private static List<String> types(Heard heard) {
        return heard.papers().stream().map(paper -> asKept(paper, heard)).toList();
    }

    /** What was chosen: a browser sends an input in which nothing was as a file without name. */
    private static List<MultipartFile> chosen(MultiValueMap<String, MultipartFile> files) {
        return files.values().stream()
                .flatMap(List::stream)
                .filter(file ->
                        !Objects.toString(file.getOriginalFilename(), "").isEmpty())
                .toList();
    }

    /** The first file of each paper that was refused; the others are kept. */
    private Map<String, Refused> add(Open open, Heard heard, MultiValueMap<String, MultipartFile> files) {
        Map<String, Refused> refused = new LinkedHashMap<>();
        for (String type : types(heard)) {
            for (MultipartFile file : chosen(files)) {
                if (file.getName().equals(INPUT + type)) {
                    Refusal why = add(open, heard.person().no(), type, file);
                    if (why != null) {
                        refused.putIfAbsent(type, new Refused(Objects.toString(file.getOriginalFilename(), ""), why));
                    }
                }
            }
        }
        return refused;
    }

    private @Nullable Refusal add(Open open, int no, String type, MultipartFile file) {
        Upload upload = look(uploads, file);
        if (upload instanceof Upload.Refused refused) {
            return refused.why();
        }
        Added added = drafts.add(open.secret(), no, DocumentType.find(type).orElseThrow(), (Upload.Taken) upload);
        return switch (added) {
            case KEPT, NO_DRAFT -> null;
            case TOO_MANY -> new Refusal("file.many", List.of());
            case TOO_LARGE -> new Refusal("file.all", List.of());
        };
    }

    /** What a browser sent as the files of one paper, each looked at; none at all is refused as an empty one. */
    static List<Upload> look(Uploads uploads, List<MultipartFile> files) {
        List<Upload> looked = files.stream().map(file -> look(uploads, file)).toList();
        return looked.isEmpty() ? List.of(EMPTY) : looked;
    }

    private static Upload look(Uploads uploads, MultipartFile file) {
        if (file.isEmpty()) {
            return EMPTY;
        }
        try {
            return uploads.take(Objects.toString(file.getOriginalFilename(), ""), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read", e);
        }
    }

    /** A passport may be a national identity card, and is kept as what the citizen said it is. */
    private static String asKept(String paper, Heard heard) {
        return paper.equals("passport")
                ? heard.known().getOrDefault("identityDocumentType", paper).toString()
                : paper;
    }

    /** With what was added before something was refused. */
    private ModelAndView drawAnew(Open open, int no, Map<String, Refused> refused) {
        return drafting.anew(open)
                .flatMap(now -> now.course().person(no).map(heard -> draw(now, heard, HttpStatus.BAD_REQUEST, refused)))
                .orElseGet(() -> drafting.next(open));
    }

    private ModelAndView draw(Open open, Heard heard, HttpStatus status, Map<String, Refused> refused) {
        Texts texts = open.texts();
        int no = heard.person().no();
        List<Paper> papers = types(heard).stream()
                .map(type -> {
                    List<DraftFile> files = open.draft().filesOf(no).stream()
                            .filter(file -> file.type().code().equals(type))
                            .toList();
                    return new Paper(
                            type,
                            texts.get("paper." + type),
                            texts.find("paper." + type + ".hint"),
                            files.stream().map(file -> kept(file, texts)).toList(),
                            files.stream().anyMatch(file -> file.scan() != DraftFile.Scan.REFUSED),
                            error(texts, refused.get(type)));
                })
                .toList();
        List<Problem> errors = papers.stream()
                .filter(paper -> paper.error() != null)
                .map(paper -> new Problem(INPUT + paper.type(), paper.label() + ": " + paper.error()))
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

    private static Kept kept(DraftFile file, Texts texts) {
        return switch (file.scan()) {
            case CLEAN ->
                new Kept(
                        file.id(),
                        file.fileName(),
                        "warning",
                        file.hints().stream()
                                .map(hint -> texts.get("papers.hint." + hint))
                                .toList());
            case WAITING -> new Kept(file.id(), file.fileName(), "info", List.of(texts.get("papers.waiting")));
            case REFUSED -> new Kept(file.id(), file.fileName(), "error", List.of(texts.get("papers.refused")));
        };
    }

    /** Names the file if somebody chose several. */
    private static @Nullable String error(Texts texts, @Nullable Refused refused) {
        if (refused == null) {
            return null;
        }
        String text = Fields.error(texts, "file", refused.why());
        return refused.fileName().isEmpty() ? text : text + " (" + refused.fileName() + ")";
    }

    private static String last(Heard heard) {
        List<Asked> asked = heard.asked();
        return asked.get(asked.size() - 1).id();
    }
}
