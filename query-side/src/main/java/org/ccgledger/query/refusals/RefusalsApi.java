package org.ccgledger.query.refusals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.audit.AuditFilters;
import org.ccgledger.query.audit.RecordedRange;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which commands were refused, by which rule, and who had sent them.
@RestController
final class RefusalsApi {

    private static final Listing REFUSALS =
            new Listing(
                    Set.of(RefusalsProjector.NAME),
                    "reporting.refusals",
                    AuditFilters.common("actor", "refusal")
                            .equal("code", "code")
                            .equal("rule", "rule")
                            .equal("subject", "subject")
                            .equal("ccg", "ccg")
                            .saying("q")
                            .all(),
                    Map.of(
                            "code", Column.text("code"),
                            "position", Column.number("position")),
                    List.of(Column.number("position")),
                    Map.of(),
                    true);

    private final Answers answers;

    RefusalsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists("REFUSALS")
    @GetMapping("/v1/audit/refusals")
    ResponseEntity<byte[]> refusals(HttpServletRequest request) {
        RecordedRange.check(request);
        return answers.list(request, REFUSALS);
    }
}
