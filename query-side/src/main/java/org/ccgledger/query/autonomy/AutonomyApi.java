package org.ccgledger.query.autonomy;

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

/// Where others reached into what is a group's to decide. It reads what other questions keep.
@RestController
final class AutonomyApi {

    private static final Listing WATCH =
            new Listing(
                    Set.of("pressure", "advice", "pledges", "ccgs"),
                    "reporting.autonomy_watch",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "overreach", Filter.flag("(overreach > 0)"),
                            "unresolved", Filter.flag("(unresolved > 0)")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "pressureReports", Column.number("pressure_reports"),
                            "overreach", Column.number("overreach")),
                    List.of(Column.text("ccg")),
                    Map.of(
                            "pledges",
                            "select p.pledge, p.made_by, p.made_on, p.promise, p.supporting,"
                                    + " p.contradicting from reporting.pledges p"
                                    + " order by p.pledge"));

    private final Answers answers;

    AutonomyApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("WATCH")
    @GetMapping("/v1/autonomy-watch")
    ResponseEntity<byte[]> watch(HttpServletRequest request) {
        return answers.list(request, WATCH);
    }
}
