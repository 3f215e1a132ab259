package org.ccgledger.query.concerns;

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

/// The register of concerns.
@RestController
final class ConcernsApi {

    private static final Listing CONCERNS =
            new Listing(
                    Set.of(ConcernProjector.NAME),
                    "reporting.concerns",
                    Map.of(
                            "body", Filter.text("body"),
                            "category", Filter.text("category"),
                            "status", Filter.text("status")),
                    Map.of("raisedOn", Column.date("raised_on")),
                    List.of(Column.text("concern")),
                    Map.of());

    private final Answers answers;

    ConcernsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("CONCERNS")
    @GetMapping("/v1/concerns")
    ResponseEntity<byte[]> register(HttpServletRequest request) {
        return answers.list(request, CONCERNS);
    }
}
