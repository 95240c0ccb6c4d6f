package dk.ics.intake.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form on the page, worked control by control; which control is which says the file in {@code forms/}. */
final class OpenForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM = Pattern.compile("-Field_([A-Za-z0-9]+)_");

    /** More than the 300 milliseconds after which form-js takes over what was typed. */
    private static final int A_MOMENT = 500;

    /** Answers without which a person in a hurry would get no further. */
    private static final Map<String, String> VALID = Map.of(
            "existingNumber", "770591-9998",
            "identityDocumentNumber", "ZS0047",
            "cprNumber", "770591-9998",
            "mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");

    private final Page page;
    private final String id;
    private final JsonNode schema;

    OpenForm(Page page, String id) {
        this.page = page;
        this.id = id;
        try {
            schema = JSON.readTree(file(id).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String id) {
        return Path.of("forms", id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".form");
    }

    /** Until this form, and no other, stands on the page and can be written in. */
    OpenForm await() {
        page.locator(".fjs-container [id*='-Field_" + id + "_']:enabled")
                .first()
                // Of a list of options form-js hides the field itself.
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        settle();
        return this;
    }

    /** The id of the form on the page, by what form-js has drawn. */
    String idOnThePage() {
        Matcher found = FORM.matcher(
                page.locator(".fjs-container [id*='-Field_']").first().getAttribute("id"));
        if (!found.find()) {
            throw new AssertionError("No form on the page");
        }
        return found.group(1);
    }

    /** The choices one can make now: radio buttons and ticks. */
    List<String> choices() {
        return visible("input[type=radio]:not([disabled]), input[type=checkbox]:not([disabled])");
    }

    void choose(String choice) {
        control(choice).check();
    }

    /** The fields that take any text there is, now. */
    List<String> texts() {
        Set<String> free = schema.findParents("key").stream()
                .filter(field -> Set.of("textfield", "textarea").contains(type(field)))
                .filter(field -> !field.path("validate").has("pattern"))
                .map(field -> field.path("id").asText())
                .collect(Collectors.toSet());
        return visible("input[type=text]:not([disabled]), textarea:not([disabled])").stream()
                .filter(control -> free.contains(fieldOf(control)))
                .toList();
    }

    /** Every control in which something can be typed, dates and searches as well. */
    List<String> written() {
        return visible(
                "input:not([type=radio]):not([type=checkbox]):not([disabled]):not([readonly]), textarea:not([disabled])");
    }

    /** The fields on the page. */
    Set<String> fields() {
        return visible("input, textarea, select").stream()
                .map(OpenForm::fieldOf)
                .collect(Collectors.toSet());
    }

    String typeOf(String control) {
        return type(field(control));
    }

    /** The fields with a pattern that are on the page, and what each says when it is not met. */
    Map<String, String> guided() {
        Map<String, String> guidance = new HashMap<>();
        for (String control : written()) {
            String message = field(control).at("/properties/patternMessage").asText();
            if (!message.isEmpty()) {
                guidance.put(control, message);
            }
        }
        return guidance;
    }

    boolean isRequired(String control) {
        return field(control).at("/validate/required").asBoolean();
    }

    Locator control(String control) {
        return page.locator("[id='" + control + "']");
    }

    /** The first control of this field that is on the page. */
    Optional<String> controlOf(String key) {
        return visible("input, textarea").stream()
                .filter(control -> fieldOf(control).endsWith("_" + key))
                .findFirst();
    }

    /** What stands in red at the field this control belongs to. */
    String messageAt(String control) {
        Locator field = page.locator(".fjs-form-field:not(.fjs-form-field-grouplike)")
                .filter(new Locator.FilterOptions().setHas(control(control)))
                .last();
        return field.locator(".fjs-form-field-error").innerText().strip();
    }

    void type(String control, String value) {
        control(control).fill(value);
        control(control).blur();
        page.clock().runFor(A_MOMENT);
    }

    /** What is required and empty gets the first answer there is. */
    void fillTheRest(String today) {
        for (String control : written()) {
            String key = fieldOf(control).replaceAll(".*_", "");
            if (VALID.containsKey(key) && control(control).inputValue().isEmpty()) {
                control(control).fill(VALID.get(key));
            }
        }
        new TaskForm(page).fillWhatIsRequired(today);
    }

    /** Opens what opens: lists of options, calendars, times; {@code look} sees each. */
    void unfold(Set<String> alreadySeen, Runnable look) {
        for (String control : visible("input:not([type=radio]):not([type=checkbox]):not([disabled])")) {
            if (alreadySeen.add(kind(control))) {
                unfold(control, look);
            }
        }
    }

    /** What unfolds to the same: one calendar is like the other, and so are two lists of countries. */
    private String kind(String control) {
        JsonNode field = field(control);
        return switch (type(field)) {
            case "select" -> field.path("valuesKey").asText(field.path("values").toString());
            case "datetime" -> "datetime" + control.replaceAll(".*-", "");
            default -> type(field);
        };
    }

    private void unfold(String control, Runnable look) {
        Locator input = control(control);
        switch (typeOf(control)) {
            case "select" -> {
                Locator box = page.locator(".fjs-form-field-select .fjs-input-group")
                        .filter(new Locator.FilterOptions().setHas(input));
                box.click();
                page.locator(".fjs-dropdownlist").waitFor();
                look.run();
                if (!"fjs-select-hidden-input".equals(input.getAttribute("class"))) {
                    input.fill("qqq");
                    page.locator(".fjs-dropdownlist-empty").waitFor();
                    look.run();
                }
                input.press("Escape");
                input.blur();
                page.locator(".fjs-dropdownlist").waitFor(hidden());
            }
            case "datetime" -> {
                input.click();
                Locator opened = page.locator(".flatpickr-calendar.open, .fjs-dropdownlist");
                opened.first().waitFor();
                look.run();
                input.press("Escape");
                input.blur();
                opened.first().waitFor(hidden());
            }
            default -> {}
        }
    }

    /** Each list gets a row. */
    void addRows() {
        for (Locator add : page.locator(".fjs-container .fjs-repeat-render-add").all()) {
            add.click();
        }
        settle();
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    /** Until form-js has taken over what was typed, which it does a moment later, has drawn, and the words are Danish. */
    void settle() {
        page.clock().runFor(A_MOMENT);
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private List<String> visible(String selector) {
        List<String> ids = new ArrayList<>();
        Object found = page.evaluate("""
                selector => [...document.querySelectorAll('.fjs-container')].flatMap(form => [...form.querySelectorAll(selector)])
                  .filter(control => control.id && control.getClientRects().length && getComputedStyle(control).visibility !== 'hidden')
                  .map(control => control.id)""", selector);
        ((List<?>) found).forEach(control -> ids.add(control.toString()));
        return ids;
    }

    private JsonNode field(String control) {
        return schema.findParents("id").stream()
                .filter(one -> one.path("id").asText().equals(fieldOf(control)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the file of the form: " + control));
    }

    private static String type(JsonNode field) {
        return field.path("type").asText();
    }

    /** {@code fjs-form-1x2y-Field_checkIn_attendanceNote-0} belongs to {@code Field_checkIn_attendanceNote}. */
    private static String fieldOf(String control) {
        Matcher field = Pattern.compile("Field_[A-Za-z0-9]+_[A-Za-z0-9]+(_[A-Za-z][A-Za-z0-9]*)?")
                .matcher(control);
        return field.find() ? field.group() : control;
    }
}
