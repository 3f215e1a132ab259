package org.ccgledger.query.conditions;

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

/// The conditions outstanding.
@RestController
final class ConditionsApi {

    private static final Listing CONDITIONS =
            new Listing(
                    Set.of(ConditionProjector.NAME, "authorisation", "ccgs"),
                    "reporting.conditions",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "wave", Filter.number("wave"),
                            "criterion", Filter.text("criterion"),
                            "domain", Filter.number("domain"),
                            "level", Filter.text("level"),
                            "bespoke", Filter.flag("bespoke")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "criterion", Column.text("coalesce(criterion, '')"),
                            "level", Column.text("level"),
                            "imposedOn", Column.date("imposed_on")),
                    List.of(Column.text("ccg"), Column.text("condition")),
                    Map.of(
                            "byDomain",
                                    "select q.domain, d.name, count(*) as conditions from q left"
                                            + " join projection.criterion_domain d using (domain) group"
                                            + " by q.domain, d.name order by q.domain nulls last",
                            "byLevel",
                                    "select q.level, q.level_label as label, count(*) as conditions"
                                            + " from q group by q.level, q.level_label order by"
                                            + " q.level"));

    private final Answers answers;

    ConditionsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("CONDITIONS")
    @GetMapping("/v1/conditions")
    ResponseEntity<byte[]> conditions(HttpServletRequest request) {
        return answers.list(request, CONDITIONS);
    }
}
