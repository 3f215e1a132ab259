package org.ccgledger.query.funds;

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

/// What groups are allotted, what they commit, and who may commit how much.
@RestController
final class FundsApi {

    private static final Set<String> PROJECTIONS = Set.of(FundProjector.NAME, "ccgs");

    private static final Listing ALLOCATIONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.allocations",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "region", Filter.text("region"),
                            "overcommitted", Filter.flag("overcommitted")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "fy", Column.text("fy"),
                            "committed", new Column("committed", "numeric")),
                    List.of(Column.text("ccg"), Column.text("fy")),
                    Map.of());

    private static final Listing COMMITMENTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.commitments",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "commitment", Filter.text("commitment"),
                            "decided", Filter.flag("decided")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "amount", new Column("amount", "numeric"),
                            "committedOn", Column.date("committed_on")),
                    List.of(Column.text("ccg"), Column.text("fy"), Column.text("commitment")),
                    Map.of());

    private static final Listing LIMITS =
            new Listing(
                    PROJECTIONS,
                    "reporting.financial_limits",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "role", Filter.text("role")),
                    Map.of("ccg", Column.text("ccg"), "fy", Column.text("fy")),
                    List.of(Column.text("ccg"), Column.text("fy"), Column.text("role")),
                    Map.of());

    private final Answers answers;

    FundsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ALLOCATIONS")
    @GetMapping("/v1/allocations")
    ResponseEntity<byte[]> allocations(HttpServletRequest request) {
        return answers.list(request, ALLOCATIONS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("COMMITMENTS")
    @GetMapping("/v1/commitments")
    ResponseEntity<byte[]> commitments(HttpServletRequest request) {
        return answers.list(request, COMMITMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("LIMITS")
    @GetMapping("/v1/financial-limits")
    ResponseEntity<byte[]> limits(HttpServletRequest request) {
        return answers.list(request, LIMITS);
    }
}
