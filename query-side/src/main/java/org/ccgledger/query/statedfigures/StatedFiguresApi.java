package org.ccgledger.query.statedfigures;

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

/// Which figures sources state, and whether the ledger counts the same.
@RestController
final class StatedFiguresApi {

    /// Beside the figures themselves, the read models that are counted.
    private static final Set<String> PROJECTIONS =
            Set.of(
                    StatedFiguresProjector.NAME,
                    "authorisation",
                    "conditions",
                    "directions",
                    "criteria",
                    "practices",
                    "expressions-of-interest",
                    "co-commissioning");

    private static final Listing FIGURES =
            new Listing(
                    PROJECTIONS,
                    "reporting.stated_figures",
                    Map.of(
                            "figure", Filter.text("figure"),
                            "counted", Filter.text("counted"),
                            "unit", Filter.text("unit"),
                            "standing", Filter.text("standing"),
                            "wave", Filter.number("wave"),
                            "agrees", Filter.flag("(difference = 0)")),
                    Map.of("asAt", Column.date("as_at"), "figure", Column.text("figure")),
                    List.of(Column.text("figure")),
                    Map.of());

    private final Answers answers;

    StatedFiguresApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("FIGURES")
    @GetMapping("/v1/stated-figures")
    ResponseEntity<byte[]> figures(HttpServletRequest request) {
        return answers.list(request, FIGURES);
    }
}
