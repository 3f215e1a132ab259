package org.ccgledger.query.support;

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

/// Who supports groups in commissioning, and what the market of it is like.
@RestController
final class SupportApi {

    private static final Set<String> PROJECTIONS = Set.of(SupportProjector.NAME, "ccgs");

    private static final Listing ARRANGEMENTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.commissioning_support",
                    Map.ofEntries(
                            entry("support", Filter.text("support")),
                            entry("ccg", Filter.text("ccg")),
                            entry("region", Filter.text("region")),
                            entry("service", Filter.text("service")),
                            entry("providerKind", Filter.text("provider_kind")),
                            entry("provider", Filter.text("provider")),
                            entry("live", Filter.flag("live")),
                            entry("atRisk", Filter.flag("at_risk"))),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "service", Column.text("service"),
                            "startsOn", Column.date("starts_on"),
                            "cost", new Column("cost", "numeric")),
                    List.of(Column.text("support")),
                    Map.of());

    private static final Listing MARKET =
            new Listing(
                    PROJECTIONS,
                    "reporting.support_market",
                    Map.of(
                            "service", Filter.text("service"),
                            "providerKind", Filter.text("provider_kind"),
                            "expires", Filter.text("expires")),
                    Map.of(
                            "service", Column.text("service"),
                            "providerKind", Column.text("provider_kind"),
                            "expires", Column.text("expires"),
                            "cost", new Column("cost", "numeric")),
                    List.of(
                            Column.text("service"),
                            Column.text("provider_kind"),
                            Column.text("expires")),
                    Map.of());

    private static final Listing BACKSTOP =
            new Listing(
                    PROJECTIONS,
                    "reporting.backstop_period",
                    Map.of(),
                    Map.of("since", Column.date("since")),
                    List.of(Column.date("since")),
                    Map.of());

    private final Answers answers;

    SupportApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ARRANGEMENTS")
    @GetMapping("/v1/commissioning-support")
    ResponseEntity<byte[]> arrangements(HttpServletRequest request) {
        return answers.list(request, ARRANGEMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("MARKET")
    @GetMapping("/v1/support-market")
    ResponseEntity<byte[]> market(HttpServletRequest request) {
        return answers.list(request, MARKET);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("BACKSTOP")
    @GetMapping("/v1/backstop-period")
    ResponseEntity<byte[]> backstop(HttpServletRequest request) {
        return answers.list(request, BACKSTOP);
    }
}
