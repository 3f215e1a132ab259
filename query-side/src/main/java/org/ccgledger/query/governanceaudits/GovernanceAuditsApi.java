package org.ccgledger.query.governanceaudits;

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

/// The audits of groups' governance, and each with what it found.
@RestController
final class GovernanceAuditsApi {

    private static final Set<String> PROJECTIONS =
            Set.of(GovernanceAuditProjector.NAME, "co-commissioning", "ccgs");

    private static final Listing AUDITS =
            new Listing(
                    PROJECTIONS,
                    "reporting.governance_audits",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "status", Filter.text("status"),
                            "result", Filter.text("result"),
                            "latest", Filter.flag("latest"),
                            "overdue", Filter.flag("(overdue > 0)"),
                            "delegated", Filter.flag("delegated"),
                            "delegationAtRisk", Filter.flag("delegation_at_risk")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "commissionedOn", Column.date("commissioned_on"),
                            "overdue", Column.number("overdue")),
                    List.of(Column.text("ccg"), Column.text("audit")),
                    Map.of());

    private final Answers answers;

    GovernanceAuditsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("AUDITS")
    @GetMapping("/v1/governance-audits")
    ResponseEntity<byte[]> audits(HttpServletRequest request) {
        return answers.list(request, AUDITS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/governance-audits/{audit}")
    ResponseEntity<byte[]> audit(@PathVariable String audit, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(audit));
    }

    private Answer whole(String audit) {
        Row row =
                answers.one(
                        "select * from reporting.governance_audits where audit = ?",
                        audit,
                        "No audit " + audit + " was commissioned by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(row.columns());
        all.put(
                "found",
                answers.part(
                        "select finding, text, severity, due, closed_on, overdue, position"
                                + " from reporting.governance_audit_findings"
                                + " where audit = ? order by finding",
                        audit));
        return Answer.of(all, List.of(row));
    }
}
