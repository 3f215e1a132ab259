package org.ccgledger.query.reports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.ccgledger.ledger.Digests;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.Table;
import org.jspecify.annotations.Nullable;

/// A report as a page of XHTML, fit to be read and to be printed. It has no script and needs
/// nothing from elsewhere.
///
/// @param asOf the day in force
/// @param knownAt the position up to which events are known
/// @param recordedAt when the event at that position was recorded; nothing before the first
record Page(Report report, LocalDate asOf, long knownAt, @Nullable Instant recordedAt) {

    private static final String FONTS = "\"Liberation Sans\", Arial, Helvetica, sans-serif";

    private static final String STYLE =
            """
            body { font: 10pt/1.35 %s; color: #000; background-color: #fff; margin: 1em; }
            header, main, section { display: block; }
            h1 { font-size: 18pt; font-weight: normal; line-height: 1.2; margin: 0 0 8pt 0; word-wrap: break-word; overflow-wrap: anywhere; }
            h2 { font-size: 13pt; font-weight: normal; margin: 16pt 0 4pt 0; page-break-after: avoid; }
            p { margin: 0 0 6pt 0; word-wrap: break-word; overflow-wrap: anywhere; }
            p.kind { font-size: 11pt; color: #333; }
            table { width: 100%%; table-layout: fixed; border-collapse: collapse; margin: 0 0 8pt 0; -fs-table-paginate: paginate; }
            caption { text-align: left; font-size: 9pt; color: #333; padding: 2pt 0; }
            thead { display: table-header-group; }
            tr { page-break-inside: avoid; }
            th, td { border: 0.5pt solid #555; padding: 2pt 4pt; text-align: left; vertical-align: top; font-weight: normal; word-wrap: break-word; overflow-wrap: anywhere; }
            thead th, table.facts th { background-color: #eee; }
            table.facts th { width: 22%%; }
            table.wide { font-size: 8pt; }
            a { color: #003087; }
            @media print { body { margin: 0; } a { color: #000; text-decoration: none; } }
            """
                    .formatted(FONTS);

    /// The Content-Security-Policy under which the page is to be shown: its style sheet is the only
    /// thing that a browser does for it.
    String policy() {
        return "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder()
                        .encodeToString(Digests.sha256(style().getBytes(StandardCharsets.UTF_8)))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// What stands in the margins of paper is ours, and holds dates and numbers alone.
    private String style() {
        return """
        @page { size: A4 landscape; margin: 18mm 14mm 16mm 14mm;
          @top-left { content: "%1$s"; font: 8pt %3$s; } @top-right { content: "%2$s"; font: 8pt %3$s; }
          @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt %3$s; } }
        """
                        .formatted(report.kind(), standing(), FONTS)
                + STYLE;
    }

    private String standing() {
        return "as of " + asOf + ", known at position " + knownAt;
    }

    /// For a browser, which has a font for every character.
    byte[] bytes() {
        return html(_ -> true).getBytes(StandardCharsets.UTF_8);
    }

    /// @param shown which characters can be shown
    String html(IntPredicate shown) {
        Markup page = new Markup(shown);
        page.raw("<!DOCTYPE html>\n")
                .open(
                        "html",
                        "xmlns",
                        "http://www.w3.org/1999/xhtml",
                        "lang",
                        "en-GB",
                        "xml:lang",
                        "en-GB");
        page.open("head").raw("<meta charset=\"UTF-8\"/>").element("title", report.title());
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .open("meta", "name", "description", "content", report.kind() + ", " + standing())
                .close()
                .open("style")
                .raw(style())
                .close()
                .close();
        page.open("body").open("header");
        page.element("p", report.kind(), "class", "kind").element("h1", report.title());
        page.element(
                        "p",
                        "In force on %s. As known at position %d of the ledger%s."
                                .formatted(
                                        asOf,
                                        knownAt,
                                        recordedAt == null ? "" : ", recorded at " + recordedAt))
                .close();
        page.open("main");
        report.parts().forEach(part -> part(part, page));
        return page.close().close().close().raw("\n").toString();
    }

    private static void part(Report.Part part, Markup page) {
        page.open("section").element("h2", part.heading());
        if (!part.note().isEmpty()) {
            page.element("p", part.note());
        }
        if (!part.facts().isEmpty()) {
            facts(part, page);
        }
        Table table = part.table();
        if (table != null) {
            table(part.heading(), table, page);
        }
        page.close();
    }

    private static void facts(Report.Part part, Markup page) {
        page.open("table", "class", "facts")
                .element("caption", part.heading() + ": facts")
                .open("tbody");
        for (Map.Entry<String, @Nullable Object> fact : part.facts().entrySet()) {
            page.open("tr").element("th", Words.label(fact.getKey()), "scope", "row");
            cell("td", fact.getValue(), page);
            page.close();
        }
        page.close().close();
    }

    private static void table(String heading, Table table, Markup page) {
        List<Row> rows = table.rows();
        if (rows.isEmpty()) {
            page.element("p", "None.");
            return;
        }
        page.open("table", "class", table.columns().size() > 8 ? "wide" : "narrow")
                .element(
                        "caption",
                        heading + ": " + rows.size() + (rows.size() == 1 ? " entry" : " entries"))
                .open("thead")
                .open("tr");
        table.columns().forEach(column -> page.element("th", Words.label(column), "scope", "col"));
        page.close().close().open("tbody");
        for (Row row : rows) {
            page.open("tr");
            table.columns()
                    .forEach(column -> {
                        boolean leads = column.equals(table.columns().getFirst());
                        if (leads) {
                            cell("th", row.get(column), page, "scope", "row");
                        } else {
                            cell("td", row.get(column), page);
                        }
                    });
            page.close();
        }
        page.close().close();
    }

    /// What a cell holds keeps its own direction of writing.
    private static void cell(
            String element, @Nullable Object value, Markup page, String... attributes) {
        page.open(element, attributes);
        if (value instanceof Report.Link(var path)) {
            page.element("a", path, "href", path);
        } else {
            page.element("bdi", Words.of(value));
        }
        page.close();
    }
}
