package org.ccgledger.query.criteria;

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

/// The criteria by how often they were not met, the most often failed first.
@RestController
final class CriteriaApi {

    private static final Listing FAILURES =
            new Listing(
                    Set.of(CriteriaProjector.NAME),
                    "reporting.criteria_failures",
                    Map.of("domain", Filter.number("domain")),
                    Map.of(
                            "criterion", Column.text("criterion"),
                            "failures", Column.number("failures")),
                    List.of(Column.number("-failures"), Column.text("criterion")),
                    Map.of());

    private final Answers answers;

    CriteriaApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("FAILURES")
    @GetMapping("/v1/criteria/failures")
    ResponseEntity<byte[]> failures(HttpServletRequest request) {
        return answers.list(request, FAILURES);
    }
}
