package org.ccgledger.query.cocommissioning;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.TimeTravel;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How far co-commissioning has come: in figures, and group by group.
@RestController
final class CoCommissioningApi {

    private static final Set<String> ARRANGED =
            Set.of(CoCommissioningProjector.NAME, "governance-audits", "ccgs");
    private static final Set<String> ALL =
            Set.of(
                    ExpressionProjector.NAME,
                    CoCommissioningProjector.NAME,
                    "governance-audits",
                    "ccgs");

    /// From the most to the least that a group can take on.
    private static final String BY_LEVEL =
            " order by array_position(array['DELEGATED', 'JOINT', 'GREATER_INVOLVEMENT'], level)";

    private static final Listing APPLICATIONS =
            new Listing(
                    Set.of(CoCommissioningProjector.NAME, "ccgs"),
                    "reporting.co_commissioning_applications",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "round", Filter.text("round"),
                            "level", Filter.text("level"),
                            "status", Filter.text("status")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "appliedOn", Column.date("applied_on")),
                    List.of(Column.text("ccg"), Column.text("application")),
                    Map.of());

    private static final Listing ARRANGEMENTS =
            new Listing(
                    ARRANGED,
                    "reporting.co_commissioning_arrangements",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "level", Filter.text("level"),
                            "status", Filter.text("status"),
                            "jointCommittee", Filter.text("joint_committee"),
                            "function", Filter.containing("functions"),
                            "assurance", Filter.text("assurance")),
                    Map.of("ccg", Column.text("ccg"), "since", Column.date("since")),
                    List.of(Column.text("ccg"), Column.text("level")),
                    Map.of());

    /// The columns of the table by region and level, which may have no rows.
    private static final List<String> COLUMNS =
            List.of(
                    "region",
                    "level",
                    "interested",
                    "readyNow",
                    "readySoon",
                    "notReady",
                    "notAssessed",
                    "applied",
                    "approved",
                    "conditionallyApproved",
                    "declined",
                    "undecided",
                    "agreed",
                    "live");

    private final Answers answers;
    private final QueryDatabase database;

    CoCommissioningApi(Answers answers, QueryDatabase database) {
        this.answers = answers;
        this.database = database;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("APPLICATIONS")
    @GetMapping("/v1/co-commissioning/applications")
    ResponseEntity<byte[]> applications(HttpServletRequest request) {
        return answers.list(request, APPLICATIONS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ARRANGEMENTS")
    @GetMapping("/v1/co-commissioning/arrangements")
    ResponseEntity<byte[]> arrangements(HttpServletRequest request) {
        return answers.list(request, ARRANGEMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @TimeTravel
    @GetMapping("/v1/co-commissioning/uptake")
    ResponseEntity<byte[]> uptake(HttpServletRequest request) {
        return answers.answer(request, ALL, Set.of(), _ -> uptake());
    }

    /// Groups are counted once, memberships once a group and level; the two differ.
    private Answer uptake() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.putAll(
                rows("select count(distinct ccg) as distinct_ccgs, count(*) as memberships"
                                + " from reporting.co_commissioning_memberships")
                        .getFirst()
                        .columns());
        all.put(
                "levels",
                counts(
                        "select level as name, count(*) as number"
                                + " from reporting.co_commissioning_memberships group by level"
                                + BY_LEVEL));
        all.put(
                "readiness",
                counts(
                        "select readiness as name, count(*) as number"
                                + " from reporting.co_commissioning_memberships"
                                + " where level = 'DELEGATED' group by readiness"
                                + " order by array_position(array['READY_NOW', 'READY_SOON', 'NOT_READY'], readiness)"));
        all.putAll(
                rows("select count(*) as expressions from reporting.expressions_of_interest"
                                + " where status <> 'WITHDRAWN'")
                        .getFirst()
                        .columns());
        Map<String, @Nullable Object> applications = new LinkedHashMap<>();
        rows("select level, sum(applied)::bigint as applied, sum(approved)::bigint as approved,"
                        + " sum(conditionally_approved)::bigint as conditionally_approved,"
                        + " sum(declined)::bigint as declined, sum(undecided)::bigint as undecided"
                        + " from reporting.co_commissioning_uptake where applied > 0 group by level"
                        + BY_LEVEL)
                .forEach(row -> {
                    Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.columns());
                    applications.put(String.valueOf(columns.remove("level")), columns);
                });
        all.put("applications", applications);
        all.put(
                "live",
                counts(
                        "select level as name, sum(live)::bigint as number"
                                + " from reporting.co_commissioning_uptake where live > 0 group by level"
                                + BY_LEVEL));
        all.put(
                "rounds",
                columns("select * from reporting.co_commissioning_round_uptake", "round"));
        List<Row> regions = regions();
        all.put("regions", regions.stream().map(Row::columns).toList());
        return new Answer(all, COLUMNS, regions, Map.of());
    }

    private List<Row> regions() {
        return rows(
                "select * from reporting.co_commissioning_uptake"
                        + BY_LEVEL.replace("order by", "order by region,"));
    }

    private List<Map<String, @Nullable Object>> columns(String question, String first) {
        return rows(question + BY_LEVEL.replace("order by", "order by " + first + ",")).stream()
                .map(Row::columns)
                .toList();
    }

    private Map<String, Long> counts(String question) {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.sql()
                .sql(question)
                .query(row -> {
                    counts.put(row.getString("name"), row.getLong("number"));
                });
        return counts;
    }

    private List<Row> rows(String question) {
        return database.sql().sql(question).query(Row::of).list();
    }
}
