package org.ccgledger.query.procurement;

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

/// Procurements, the register of the decisions in them, the contracts that were awarded, and the
/// complaints.
@RestController
final class ProcurementsApi {

    private static final Set<String> PROJECTIONS = Set.of(ProcurementProjector.NAME, "ccgs");

    private static final Listing PROCUREMENTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.procurements",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "function", Filter.text("function"),
                            "route", Filter.text("route"),
                            "status", Filter.text("status")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "identifiedOn", Column.date("identified_on")),
                    List.of(Column.text("procurement")),
                    Map.of());

    private static final Listing DECISIONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.procurement_decisions",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "route", Filter.text("route"),
                            "provider", Filter.text("provider")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "decidedOn", Column.date("decided_on")),
                    List.of(Column.text("procurement"), Column.text("coalesce(provider, '')")),
                    Map.of());

    private static final Listing AWARDS =
            new Listing(
                    PROJECTIONS,
                    "reporting.contract_awards",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "procurement", Filter.text("procurement"),
                            "provider", Filter.text("provider"),
                            "status", Filter.text("status")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "awardedOn", Column.date("awarded_on"),
                            "amount", new Column("amount", "numeric")),
                    List.of(Column.text("procurement"), Column.text("provider")),
                    Map.of());

    private static final Listing COMPLAINTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.competition_complaints",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "procurement", Filter.text("procurement"),
                            "status", Filter.text("status")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "complainedOn", Column.date("complained_on")),
                    List.of(Column.text("procurement"), Column.text("complaint")),
                    Map.of());

    private final Answers answers;

    ProcurementsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("PROCUREMENTS")
    @GetMapping("/v1/procurements")
    ResponseEntity<byte[]> procurements(HttpServletRequest request) {
        return answers.list(request, PROCUREMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/procurements/{procurement}")
    ResponseEntity<byte[]> procurement(
            @PathVariable String procurement, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(procurement));
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("DECISIONS")
    @GetMapping("/v1/procurement-decisions")
    ResponseEntity<byte[]> decisions(HttpServletRequest request) {
        return answers.list(request, DECISIONS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("AWARDS")
    @GetMapping("/v1/contract-awards")
    ResponseEntity<byte[]> awards(HttpServletRequest request) {
        return answers.list(request, AWARDS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("COMPLAINTS")
    @GetMapping("/v1/competition-complaints")
    ResponseEntity<byte[]> complaints(HttpServletRequest request) {
        return answers.list(request, COMPLAINTS);
    }

    private Answer whole(String procurement) {
        Row found =
                answers.one(
                        "select * from reporting.procurements where procurement = ?",
                        procurement,
                        "No need for " + procurement + " was identified by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(found.columns());
        all.put(
                "offers",
                answers.part(
                        "select provider, provider_name, bid_on, evaluations, mean_score, position"
                                + " from reporting.bids where procurement = ? order by provider",
                        procurement));
        all.put(
                "awards",
                answers.part(
                        "select * from reporting.contract_awards where procurement = ?"
                                + " order by provider",
                        procurement));
        all.put(
                "complaintsMade",
                answers.part(
                        "select * from reporting.competition_complaints where procurement = ?"
                                + " order by complaint",
                        procurement));
        return Answer.of(all, List.of(found));
    }
}
