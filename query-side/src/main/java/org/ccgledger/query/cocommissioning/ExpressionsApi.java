package org.ccgledger.query.cocommissioning;

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

/// The rounds, the expressions of interest in them, and what was said of each group and level.
@RestController
final class ExpressionsApi {

    private static final Listing ROUNDS =
            new Listing(
                    Set.of(ExpressionProjector.NAME),
                    "reporting.co_commissioning_rounds",
                    Map.of("round", Filter.text("round")),
                    Map.of(
                            "round", Column.text("round"),
                            "openedOn", Column.date("opened_on")),
                    List.of(Column.text("round")),
                    Map.of());

    private static final Listing EXPRESSIONS =
            new Listing(
                    Set.of(ExpressionProjector.NAME),
                    "reporting.expressions_of_interest",
                    Map.of(
                            "round", Filter.text("round"),
                            "status", Filter.text("status"),
                            "ccg", Filter.containing("ccgs"),
                            "level", Filter.containing("levels"),
                            "late", Filter.flag("late")),
                    Map.of(
                            "expression", Column.text("expression"),
                            "submittedOn", Column.date("submitted_on")),
                    List.of(Column.text("expression")),
                    Map.of());

    private static final Listing INTEREST =
            new Listing(
                    Set.of(ExpressionProjector.NAME, "ccgs"),
                    "reporting.co_commissioning_interest",
                    Map.of(
                            "round", Filter.text("round"),
                            "expression", Filter.text("expression"),
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "level", Filter.text("level"),
                            "readiness", Filter.text("readiness"),
                            "conflictsCover", Filter.text("conflicts_cover")),
                    Map.of("ccg", Column.text("ccg"), "level", Column.text("level")),
                    List.of(Column.text("ccg"), Column.text("level"), Column.text("expression")),
                    Map.of());

    private final Answers answers;

    ExpressionsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ROUNDS")
    @GetMapping("/v1/co-commissioning/rounds")
    ResponseEntity<byte[]> rounds(HttpServletRequest request) {
        return answers.list(request, ROUNDS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("EXPRESSIONS")
    @GetMapping("/v1/co-commissioning/expressions")
    ResponseEntity<byte[]> expressions(HttpServletRequest request) {
        return answers.list(request, EXPRESSIONS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("INTEREST")
    @GetMapping("/v1/co-commissioning/interest")
    ResponseEntity<byte[]> interest(HttpServletRequest request) {
        return answers.list(request, INTEREST);
    }
}
