package org.ccgledger.query.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.Table;
import org.ccgledger.query.reports.Report.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PageTest {

    private static final String HOSTILE =
            "</style></title><script>alert(1)</script> & \"quoted\" \u202Eevil\u202C 😀 שלום \u0000";
    private static final String LONG = "w".repeat(600);

    private static Page page(String title, String value) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("decidedBy", value);
        facts.put("receipt", new Report.Link("/v1/commands/1"));
        List<Row> rows =
                IntStream.range(0, 120)
                        .mapToObj(n -> new Row(Map.of("person", "p" + n, "ruling", value)))
                        .toList();
        return new Page(
                new Report(
                        "Decision",
                        title,
                        List.of(
                                Part.of("Who", "A note.", facts),
                                Part.of(
                                        "Rulings",
                                        "",
                                        new Table(List.of("person", "ruling"), rows)),
                                Part.of("Votes", "", new Table(List.of("person"), List.of())))),
                LocalDate.of(2015, 4, 1),
                1823,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static Document parsed(Page page) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.bytes()));
    }

    private static List<Element> all(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(n -> (Element) found.item(n))
                .toList();
    }

    private static String text(PDDocument pdf) throws Exception {
        return new PDFTextStripper().getText(pdf);
    }

    @Test
    void a_page_is_xhtml_with_a_language_headings_captions_and_scopes() throws Exception {
        Document page = parsed(page("Contract", "EXCLUDE"));

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
        assertThat(all(page, "h1")).hasSize(1);
        assertThat(all(page, "h2")).hasSize(3);
        assertThat(all(page, "table"))
                .hasSize(2)
                .allSatisfy(table ->
                        assertThat(table.getElementsByTagName("caption").getLength()).isOne());
        assertThat(all(page, "th"))
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col"));
        assertThat(all(page, "a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("/v1/commands/1");
    }

    @Test
    void what_comes_from_outside_stays_text() throws Exception {
        Document page = parsed(page(HOSTILE, HOSTILE));

        assertThat(all(page, "script")).isEmpty();
        assertThat(all(page, "style")).hasSize(1);
        assertThat(all(page, "h1").getFirst().getTextContent())
                .isEqualTo(
                        "</style></title><script>alert(1)</script> & \"quoted\" [U+202E]evil[U+202C]"
                                + " 😀 שלום [U+0000]");
        assertThat(all(page, "bdi")).isNotEmpty();
        assertThat(all(page, "style").getFirst().getTextContent()).doesNotContain("evil");
    }

    @Test
    void what_the_font_lacks_is_printed_by_its_number() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(page("Żółć Ђорђе Ελλάδα 😀 ש", HOSTILE)))) {
            assertThat(text(pdf))
                    .contains("Żółć Ђорђе Ελλάδα [U+1F600] [U+05E9]")
                    .contains("<script>alert(1)</script>")
                    .contains("[U+202E]evil");
        }
    }

    @Test
    void a_long_word_stays_on_the_paper() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(page(LONG, "EXCLUDE")))) {
            assertThat(text(pdf).replaceAll("\\s", "")).contains(LONG);
            PDFTextStripper edge =
                    new PDFTextStripper() {
                        @Override
                        protected void writeString(String text, List<TextPosition> positions) {
                            positions.forEach(letter ->
                                    assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                                            .isLessThan(letter.getPageWidth()));
                        }
                    };
            assertThat(edge.getText(pdf)).isBlank();
        }
    }

    @Test
    void paper_has_numbered_pages_with_what_they_are_about_and_is_tagged() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Pdf.of(page("Contract", "EXCLUDE")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(pdf))
                    .contains("Page 2 of " + pdf.getNumberOfPages())
                    .contains("as of 2015-04-01, known at position 1823")
                    .contains("Person", "Ruling");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(
                            new String(
                                    pdf.getDocumentCatalog().getMetadata().toByteArray(),
                                    StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
            assertThat(pdf.getDocumentInformation().getModificationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void the_same_page_has_the_same_bytes() {
        byte[] first = Pdf.of(page("Contract", "EXCLUDE"));
        assertThat(Pdf.of(page("Contract", "EXCLUDE"))).isEqualTo(first);
        assertThat(Pdf.of(page("Contract", "NOTE"))).isNotEqualTo(first);
    }
}
