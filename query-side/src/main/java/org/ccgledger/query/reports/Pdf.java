package org.ccgledger.query.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.ccgledger.query.http.QueryProblem;

/// Sets pages as tagged PDF (PDF/UA). The same page has the same bytes: days and ids in them are
/// the page's and not the clock's.
///
/// The font, Liberation Sans, comes with PDFBox (SIL Open Font License 1.1) and is embedded. It has
/// Latin, Greek and Cyrillic letters; others are printed as their numbers.
final class Pdf {

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final byte[] FONT_FILE = fontFile();
    private static final CmapLookup LETTERS = letters();

    /// As many as are set at once; each takes a processor to itself.
    static final Semaphore PRESSES = new Semaphore(2);

    private static final int PATIENCE_SECONDS = 10;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /// Whether a character can be printed. Writing that runs from right to left would come out
    /// backwards.
    static boolean shows(int character) {
        byte direction = Character.getDirectionality(character);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && LETTERS.getGlyphId(character) != 0;
    }

    static byte[] of(Page page) {
        try {
            if (!PRESSES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw QueryProblem.busy("As many pages as can be are being set; ask again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw QueryProblem.busy("The server is stopping");
        }
        try {
            return set(page);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        } finally {
            PRESSES.release();
        }
    }

    private static byte[] set(Page page) throws IOException {
        Instant day = page.recordedAt() == null ? Instant.EPOCH : page.recordedAt();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFont(
                    () -> new ByteArrayInputStream(FONT_FILE),
                    "Liberation Sans",
                    400,
                    FontStyle.NORMAL,
                    true);
            builder.usePdfUaAccessibility(true);
            builder.withProducer("CCG Ledger");
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(page.html(Pdf::shows), null);
            builder.toStream(bytes);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            dated(document, day);
            document.setDocumentId(day.toEpochMilli());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void dated(PDDocument document, Instant day) {
        Calendar calendar = GregorianCalendar.from(day.atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
    }

    private static byte[] fontFile() {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            return Objects.requireNonNull(file, FONT).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup letters() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(FONT_FILE))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
