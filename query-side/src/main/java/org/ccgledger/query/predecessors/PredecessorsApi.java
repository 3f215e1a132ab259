package org.ccgledger.query.predecessors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.AboutOne;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The primary care trusts, each with what it held, and who came after them.
@RestController
final class PredecessorsApi {

    private static final Set<String> PROJECTIONS = Set.of(PredecessorProjector.NAME, "ccgs");

    private static final Listing PREDECESSORS =
            new Listing(
                    Set.of(PredecessorProjector.NAME),
                    "reporting.predecessors",
                    Map.of(
                            "status", Filter.text("status"),
                            "sha", Filter.text("sha"),
                            "complete", Filter.flag("(holdings_without_receiver = 0)")),
                    Map.of(
                            "pct", Column.text("pct"),
                            "name", Column.text("name"),
                            "holdingsWithoutReceiver", Column.number("holdings_without_receiver")),
                    List.of(Column.text("pct")),
                    Map.of());

    private static final Listing LINES =
            new Listing(
                    PROJECTIONS,
                    "reporting.transfer_lines",
                    Map.of(
                            "pct", Filter.text("pct"),
                            "ccg", Filter.text("ccg"),
                            "receiver", Filter.text("receiver"),
                            "kind", Filter.text("kind"),
                            "inEffect", Filter.flag("in_effect")),
                    Map.of(
                            "pct", Column.text("pct"),
                            "holding", Column.text("holding"),
                            "receiver", Column.text("receiver"),
                            "share", new Column("share", "numeric"),
                            "transfersOn", Column.date("transfers_on")),
                    List.of(
                            Column.text("pct"),
                            Column.text("kind"),
                            Column.text("holding"),
                            Column.text("receiver")),
                    Map.of());

    private final Answers answers;

    PredecessorsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("PREDECESSORS")
    @GetMapping("/v1/predecessors")
    ResponseEntity<byte[]> predecessors(HttpServletRequest request) {
        return answers.list(request, PREDECESSORS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/predecessors/{pct}")
    ResponseEntity<byte[]> predecessor(@PathVariable String pct, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(pct));
    }

    /// Asked for one group, it says on which trusts the group drew, and by which shares.
    @OpenTo(Callers.EVERYBODY)
    @Lists("LINES")
    @GetMapping("/v1/transfer-lines")
    ResponseEntity<byte[]> lines(HttpServletRequest request) {
        return answers.list(request, LINES);
    }

    private Answer whole(String pct) {
        Row found =
                answers.one(
                        "select * from reporting.predecessors where pct = ?",
                        pct,
                        "No primary care trust was registered under " + pct + " by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(found.columns());
        all.put(
                "holdings",
                answers.part(
                        "select kind, holding, registered_on, receivers, transfers_on, position"
                                + " from reporting.predecessor_holdings where pct = ? order by kind, holding",
                        pct));
        all.put(
                "lines",
                answers.part(
                        "select kind, holding, receiver, ccg_name, share, transfers_on, in_effect, made_on,"
                                + " position from reporting.transfer_lines where pct = ?"
                                + " order by kind, holding, receiver",
                        pct));
        all.put(
                "staff",
                answers.part(
                        "select receiver, transfers_on, posts, position from reporting.staff_transfers"
                                + " where pct = ? order by receiver, transfers_on",
                        pct));
        return Answer.of(all, List.of(found));
    }
}
