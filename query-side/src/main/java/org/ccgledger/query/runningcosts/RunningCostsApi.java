package org.ccgledger.query.runningcosts;

import static java.util.Map.entry;

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

/// What groups have for running themselves, a head and in all, and what becomes of it.
@RestController
final class RunningCostsApi {

    private static final Set<String> PROJECTIONS = Set.of(RunningCostProjector.NAME, "ccgs");

    private static final Listing ACCOUNTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.running_costs",
                    Map.ofEntries(
                            entry("ccg", Filter.text("ccg")),
                            entry("fy", Filter.text("fy")),
                            entry("region", Filter.text("region")),
                            entry("basis", Filter.text("basis")),
                            entry("breached", Filter.flag("breached"))),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "fy", Column.text("fy"),
                            "spent", new Column("spent", "numeric")),
                    List.of(Column.text("ccg"), Column.text("fy")),
                    Map.of());

    private static final Listing LINES =
            new Listing(
                    PROJECTIONS,
                    "reporting.running_cost_lines",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "line", Filter.text("line"),
                            "host", Filter.text("host")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "line", Column.text("line"),
                            "spent", new Column("spent", "numeric")),
                    List.of(
                            Column.text("ccg"),
                            Column.text("fy"),
                            Column.text("host"),
                            Column.text("line")),
                    Map.of());

    private static final Listing POLICIES =
            new Listing(
                    PROJECTIONS,
                    "reporting.running_cost_policies",
                    Map.of("fy", Filter.text("fy"), "standing", Filter.text("standing")),
                    Map.of("fy", Column.text("fy")),
                    List.of(Column.text("fy")),
                    Map.of());

    private static final Listing STRUCTURES =
            new Listing(
                    PROJECTIONS,
                    "reporting.structures",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "fy", Filter.text("fy"),
                            "sharedWith", Filter.containing("shared_with")),
                    Map.of("ccg", Column.text("ccg"), "changedOn", Column.date("changed_on")),
                    List.of(Column.text("ccg")),
                    Map.of());

    private final Answers answers;

    RunningCostsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ACCOUNTS")
    @GetMapping("/v1/running-costs")
    ResponseEntity<byte[]> accounts(HttpServletRequest request) {
        return answers.list(request, ACCOUNTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("LINES")
    @GetMapping("/v1/running-cost-lines")
    ResponseEntity<byte[]> lines(HttpServletRequest request) {
        return answers.list(request, LINES);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("POLICIES")
    @GetMapping("/v1/running-cost-policies")
    ResponseEntity<byte[]> policies(HttpServletRequest request) {
        return answers.list(request, POLICIES);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("STRUCTURES")
    @GetMapping("/v1/structures")
    ResponseEntity<byte[]> structures(HttpServletRequest request) {
        return answers.list(request, STRUCTURES);
    }
}
