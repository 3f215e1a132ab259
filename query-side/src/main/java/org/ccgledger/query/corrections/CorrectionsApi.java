package org.ccgledger.query.corrections;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The corrections, and with them what was recorded late or decided over an interest.
@RestController
final class CorrectionsApi {

    private static final Listing CORRECTIONS =
            new Listing(
                    Set.of(CorrectionProjector.NAME),
                    "reporting.corrections",
                    Map.of(
                            "stream", Filter.text("stream"),
                            "ccg", Filter.text("ccg"),
                            "field", Filter.text("field")),
                    Map.of(
                            "correctedOn", Column.date("corrected_on"),
                            "stream", Column.text("stream")),
                    List.of(Column.text("correction")),
                    Map.of());
    private static final Listing LATE =
            new Listing(
                    Set.of(CorrectionProjector.NAME, "interests", "meetings", "audit-events"),
                    "reporting.late_and_corrected",
                    Map.of(
                            "kind", Filter.text("kind"),
                            "stream", Filter.text("stream"),
                            "atLeastDays", new Filter("days_late >= :value", Filter.Kind.NUMBER)),
                    Map.of("effectiveOn", Column.date("effective_on")),
                    List.of(Column.number("position"), Column.text("kind")),
                    Map.of());

    private final Answers answers;

    CorrectionsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("CORRECTIONS")
    @GetMapping("/v1/corrections")
    ResponseEntity<byte[]> corrections(HttpServletRequest request) {
        return answers.list(request, CORRECTIONS);
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists("LATE")
    @GetMapping("/v1/late-and-corrected")
    ResponseEntity<byte[]> late(HttpServletRequest request) {
        return answers.list(request, LATE);
    }
}
