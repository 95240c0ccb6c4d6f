package dk.ics.intake.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A letter on paper: what stands around the text comes from {@code sheet.<language>.xhtml}. All that people wrote becomes
 * text nodes, so that markup in it stays text.
 *
 * @param recipient the citizen's name; the address is not written (docs/adr/0047)
 * @param sender what stands under the ids of the sheet beside these, for example {@code phone}; what is not there is
 *     left out together with its label
 */
record Sheet(
        Language language,
        String recipient,
        LocalDate date,
        String reference,
        Map<String, String> sender,
        Template letter) {

    private static final String ITEM = "- ";
    private static final String HEADING = "# ";

    Document page() {
        Document page = parse("sheet." + language.code() + ".xhtml");
        Map<String, String> texts = new LinkedHashMap<>(sender);
        texts.put("recipient", recipient);
        texts.put("date", language.write(date));
        texts.put("reference", reference);
        texts.put("subject", letter.subject());
        NodeList all = page.getElementsByTagName("*");
        Element body = null;
        for (int i = all.getLength() - 1; i >= 0; i--) {
            Element element = (Element) all.item(i);
            String id = element.getAttribute("id");
            if (id.equals("body")) {
                body = element;
            } else if (id.equals("title")) {
                element.setTextContent(letter.subject());
            } else if (texts.containsKey(id)) {
                lines(element, texts.get(id));
            } else if (!id.isEmpty()) {
                remove(element);
            }
        }
        write(Objects.requireNonNull(body));
        Element style = page.createElement("style");
        style.setTextContent(text("sheet.css"));
        // First, so that the sheet's own rules add to it.
        Node head = page.getElementsByTagName("head").item(0);
        head.insertBefore(style, head.getFirstChild());
        return page;
    }

    private void write(Element body) {
        for (String paragraph : letter.text().strip().split("\n\\s*\n")) {
            Element list = null;
            StringBuilder prose = new StringBuilder();
            for (String line : paragraph.split("\n", -1)) {
                if (line.startsWith(ITEM)) {
                    close(body, prose);
                    list = list == null ? add(body, "ul") : list;
                    add(list, "li").setTextContent(line.substring(ITEM.length()));
                } else if (line.startsWith(HEADING)) {
                    close(body, prose);
                    list = null;
                    add(body, "h2").setTextContent(line.substring(HEADING.length()));
                } else {
                    list = null;
                    prose.append(prose.isEmpty() ? "" : "\n").append(line);
                }
            }
            close(body, prose);
        }
    }

    private static void close(Element body, StringBuilder prose) {
        if (!prose.isEmpty()) {
            lines(add(body, "p"), prose.toString());
            prose.setLength(0);
        }
    }

    private static void lines(Element element, @Nullable String text) {
        String[] lines = Objects.requireNonNullElse(text, "").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(element, "br");
            }
            element.appendChild(element.getOwnerDocument().createTextNode(lines[i]));
        }
    }

    /** The label of an empty place goes with it. */
    private static void remove(Element element) {
        Element parent = (Element) element.getParentNode();
        for (var before = element.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before instanceof Element label) {
                if (label.getAttribute("class").equals("label")) {
                    parent.removeChild(label);
                }
                break;
            }
        }
        parent.removeChild(element);
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static Document parse(String file) {
        try (InputStream in = open(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no sheet", e);
        }
    }

    private static String text(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Sheet.class.getResourceAsStream(file), file);
    }

    /** Masked: it is written to a person. */
    @Override
    public String toString() {
        return "Sheet[" + reference + "]";
    }
}
