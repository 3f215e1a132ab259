package org.ccgledger.query.performance;

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

/// How groups were assessed, and what was found.
@RestController
final class PerformanceApi {

    private static final Set<String> PROJECTIONS = Set.of(PerformanceProjector.NAME, "ccgs");

    private static final Listing ASSESSMENTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.performance_assessments",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "rating", Filter.text("rating"),
                            "region", Filter.text("region"),
                            "consulted", Filter.containing("consulted"),
                            "published", Filter.flag("(published_on is not null)")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "fy", Column.text("fy"),
                            "assessedOn", Column.date("assessed_on")),
                    List.of(Column.text("ccg"), Column.text("fy")),
                    Map.of());

    private static final Listing FINDINGS =
            new Listing(
                    PROJECTIONS,
                    "reporting.performance_findings",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "duty", Filter.text("duty"),
                            "indicator", Filter.text("indicator")),
                    Map.of("ccg", Column.text("ccg"), "fy", Column.text("fy")),
                    List.of(Column.text("ccg"), Column.text("fy"), new Column("number", "int")),
                    Map.of());

    private final Answers answers;

    PerformanceApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ASSESSMENTS")
    @GetMapping("/v1/performance-assessments")
    ResponseEntity<byte[]> assessments(HttpServletRequest request) {
        return answers.list(request, ASSESSMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("FINDINGS")
    @GetMapping("/v1/performance-findings")
    ResponseEntity<byte[]> findings(HttpServletRequest request) {
        return answers.list(request, FINDINGS);
    }
}
