package org.ccgledger.query.ccgs;

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

/// The groups, and each as a whole.
@RestController
final class CcgsApi {

    private static final Set<String> PROJECTIONS =
            Set.of(CcgProjector.NAME, "authorisation", "conditions", "directions", "practices");

    private static final Listing CCGS =
            new Listing(
                    PROJECTIONS,
                    "reporting.ccgs",
                    Map.of(
                            "status", Filter.text("status"),
                            "region", Filter.text("region"),
                            "areaTeam", Filter.text("area_team"),
                            "wave", Filter.number("wave"),
                            "outcome", Filter.text("outcome")),
                    Map.of(
                            "ods", Column.text("ods"),
                            "name", Column.text("name"),
                            "status", Column.text("status"),
                            "since", Column.date("since"),
                            "wave", Column.number("coalesce(wave, 0)"),
                            "conditionsOpen", Column.number("conditions_open"),
                            "population", Column.number("coalesce(population, 0)")),
                    List.of(Column.text("ods")),
                    Map.of());

    private final Answers answers;

    CcgsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("CCGS")
    @GetMapping("/v1/ccgs")
    ResponseEntity<byte[]> ccgs(HttpServletRequest request) {
        return answers.list(request, CCGS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/ccgs/{ods}")
    ResponseEntity<byte[]> ccg(@PathVariable String ods, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> snapshot(ods));
    }

    private Answer snapshot(String ods) {
        Row ccg =
                answers.one(
                        "select * from reporting.ccgs where ods = ?",
                        ods,
                        "No group is known by the code " + ods + " on that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(ccg.columns());
        all.put(
                "conditions",
                answers.part(
                        "select condition, criterion, domain, bespoke, text, level, level_label,"
                                + " imposed_on, mainstreamed_on, last_reviewed, next_review, position"
                                + " from reporting.conditions where ccg = ? order by condition",
                        ods));
        all.put(
                "directions",
                answers.part(
                        "select direction, power, kind, functions, in_force_from, in_force_until,"
                                + " document, enables, position from reporting.directions where ccg = ?"
                                + " order by direction",
                        ods));
        all.put(
                "functionsTaken",
                answers.part(
                        "select function, direction, exerciser, taken_on, taken_until, position"
                                + " from reporting.function_exercise where ccg = ? order by function,"
                                + " direction",
                        ods));
        all.put(
                "members",
                answers.part(
                        "select practice, contract, member_since, position from reporting.practices"
                                + " where ccg = ? order by practice",
                        ods));
        all.put(
                "populations",
                answers.part(
                        "select basis, heads, as_at, position from reporting.populations"
                                + " where ccg = ? order by basis",
                        ods));
        return Answer.of(all, List.of(ccg));
    }
}
