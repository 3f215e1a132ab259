package org.ccgledger.query.tariffs;

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

/// The local changes of the national tariff.
@RestController
final class TariffsApi {

    private static final Listing VARIATIONS =
            new Listing(
                    Set.of(TariffProjector.NAME, "ccgs"),
                    "reporting.tariff_variations",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "provider", Filter.text("provider"),
                            "kind", Filter.text("kind"),
                            "purpose", Filter.text("purpose"),
                            "status", Filter.text("status")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "proposedOn", Column.date("proposed_on")),
                    List.of(Column.text("variation")),
                    Map.of());

    private final Answers answers;

    TariffsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("VARIATIONS")
    @GetMapping("/v1/tariff-variations")
    ResponseEntity<byte[]> variations(HttpServletRequest request) {
        return answers.list(request, VARIATIONS);
    }
}
