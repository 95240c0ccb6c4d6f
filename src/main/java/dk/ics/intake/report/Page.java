package dk.ics.intake.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The XHTML of a report: what stands around it comes from {@code report.da.xhtml}. All that people wrote becomes text nodes,
 * so that markup in it stays text.
 */
final class Page {

    private final Document page;
    private final Element body;

    Page(String title, String officeName, String officeAddress) {
        this.page = template();
        set("title", title);
        set("heading", title);
        set("officeName", officeName);
        set("officeAddress", officeAddress);
        this.body = element("body");
    }

    Document document() {
        return page;
    }

    Page heading(String text) {
        add(body, "h2").setTextContent(text);
        return this;
    }

    Page subheading(String text) {
        add(body, "h3").setTextContent(text);
        return this;
    }

    Page text(String text) {
        lines(add(body, "p"), text);
        return this;
    }

    Page list(List<String> items) {
        Element list = add(body, "ul");
        items.forEach(item -> add(list, "li").setTextContent(item));
        return this;
    }

    /** Rows of a name and what is known; what is not known has no row. */
    Page facts(Facts facts) {
        if (!facts.rows.isEmpty()) {
            Element rows = add(table("facts"), "tbody");
            facts.rows.forEach(fact -> {
                Element row = add(rows, "tr");
                Element name = add(row, "th");
                name.setAttribute("scope", "row");
                name.setTextContent(fact.get(0));
                lines(add(row, "td"), fact.get(1));
            });
        }
        return this;
    }

    /**
     * A table with a heading for each column.
     *
     * @param style of the widths, see {@code report.css}
     */
    Page table(String style, List<String> columns, List<List<String>> rows) {
        Element table = table(style);
        Element head = add(add(table, "thead"), "tr");
        columns.forEach(column -> {
            Element name = add(head, "th");
            name.setAttribute("scope", "col");
            name.setTextContent(column);
        });
        Element content = add(table, "tbody");
        rows.forEach(cells -> {
            Element row = add(content, "tr");
            cells.forEach(cell -> lines(add(row, "td"), cell));
        });
        return this;
    }

    /** Collects what is known. */
    static final class Facts {

        private final List<List<String>> rows = new java.util.ArrayList<>();

        Facts add(String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                rows.add(List.of(name, value));
            }
            return this;
        }
    }

    private Element table(String style) {
        Element table = add(body, "table");
        table.setAttribute("class", style);
        return table;
    }

    private void set(String id, String text) {
        element(id).setTextContent(text);
    }

    private Element element(String id) {
        var all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getAttribute("id").equals(id)) {
                return element;
            }
        }
        throw new IllegalStateException("report.da.xhtml has no " + id);
    }

    private static void lines(Element element, String text) {
        String[] lines = text.strip().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(element, "br");
            }
            element.appendChild(element.getOwnerDocument().createTextNode(lines[i]));
        }
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static Document template() {
        try (InputStream in =
                Objects.requireNonNull(Page.class.getResourceAsStream("report.da.xhtml"), "report.da.xhtml")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("report.da.xhtml is no page", e);
        }
    }
}
