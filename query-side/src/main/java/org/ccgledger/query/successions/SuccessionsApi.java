package org.ccgledger.query.successions;

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

/// Mergers, who took whose place, and what became of what was open.
@RestController
final class SuccessionsApi {

    private static final Set<String> PROJECTIONS =
            Set.of(SuccessionProjector.NAME, "ccgs", "predecessors");

    private static final Listing MERGERS =
            new Listing(
                    Set.of(SuccessionProjector.NAME),
                    "reporting.mergers",
                    Map.of(
                            "status", Filter.text("status"),
                            "ccg", Filter.containing("ccgs"),
                            "successor", Filter.text("successor")),
                    Map.of("since", Column.date("since"), "merger", Column.text("merger")),
                    List.of(Column.text("merger")),
                    Map.of());
    private static final Listing SUCCESSIONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.successions",
                    Map.of(
                            "predecessor", Filter.text("predecessor"),
                            "successor", Filter.text("successor"),
                            "cause", Filter.text("cause")),
                    Map.of(
                            "effectiveOn", Column.date("effective_on"),
                            "predecessor", Column.text("predecessor"),
                            "successor", Column.text("successor")),
                    List.of(
                            Column.text("predecessor"),
                            Column.text("successor"),
                            Column.text("coalesce(function, '')"),
                            Column.text("coalesce(kind, '')")),
                    Map.of());
    private static final Listing SETTLEMENTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.settlements",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "kind", Filter.text("kind"),
                            "outcome", Filter.text("outcome"),
                            "successor", Filter.text("successor")),
                    Map.of("settledOn", Column.date("settled_on"), "ccg", Column.text("ccg")),
                    List.of(Column.text("ccg"), Column.text("kind"), Column.text("matter")),
                    Map.of());

    /// From a group along the edges; a body from which no edge leaves is there on that day. No
    /// group is its own successor, so the walk ends.
    private static final String WALK =
            "with recursive walk (body, depth) as (select 'CCG/' || ?, 0 union"
                    + " select s.successor, w.depth + 1 from walk w"
                    + " join reporting.successions s on s.predecessor = w.body) ";

    private final Answers answers;

    SuccessionsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("MERGERS")
    @GetMapping("/v1/mergers")
    ResponseEntity<byte[]> mergers(HttpServletRequest request) {
        return answers.list(request, MERGERS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/mergers/{merger}")
    ResponseEntity<byte[]> merger(@PathVariable String merger, HttpServletRequest request) {
        return answers.answer(
                request, Set.of(SuccessionProjector.NAME), Set.of(), _ -> whole(merger));
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("SUCCESSIONS")
    @GetMapping("/v1/successions")
    ResponseEntity<byte[]> successions(HttpServletRequest request) {
        return answers.list(request, SUCCESSIONS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("SETTLEMENTS")
    @GetMapping("/v1/settlements")
    ResponseEntity<byte[]> settlements(HttpServletRequest request) {
        return answers.list(request, SETTLEMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/ccgs/{ods}/succession")
    ResponseEntity<byte[]> succession(@PathVariable String ods, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> succession(ods));
    }

    private Answer whole(String merger) {
        Row found =
                answers.one(
                        "select * from reporting.mergers where merger = ?",
                        merger,
                        "No group had applied for the merger " + merger + " by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(found.columns());
        all.put(
                "factors",
                answers.part(
                        "select ccg, factor, text, position from reporting.merger_factors"
                                + " where merger = ? order by ccg, factor",
                        merger));
        return Answer.of(all, List.of(found));
    }

    private Answer succession(String ods) {
        Row group =
                answers.one(
                        "select ods, name, status, since, position from reporting.ccgs where ods = ?",
                        ods,
                        "No group is known by the code " + ods + " on that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(group.columns());
        all.put(
                "currentBodies",
                answers.part(
                        WALK
                                + "select distinct body,"
                                + " c.name from walk"
                                + " left join reporting.ccgs c on 'CCG/' || c.ods = body"
                                + " where not exists (select from reporting.successions s"
                                + " where s.predecessor = body) order by body",
                        ods));
        all.put(
                "path",
                answers.part(
                        WALK
                                + "select distinct s.predecessor, s.successor, s.successor_name,"
                                + " s.cause, s.effective_on, s.position from walk"
                                + " join reporting.successions s on s.predecessor = body"
                                + " order by s.effective_on, s.predecessor, s.successor",
                        ods));
        all.put(
                "predecessors",
                answers.part(
                        "select predecessor, predecessor_name, cause, kind, function, share,"
                                + " effective_on, position"
                                + " from reporting.successions where successor = 'CCG/' || ?"
                                + " order by predecessor, function, kind",
                        ods));
        return Answer.of(all, List.of(group));
    }
}
