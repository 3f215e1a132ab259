package org.ccgledger.query.refusals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.audit.AuditFilters;
import org.ccgledger.query.auditevents.AuditEventsProjector;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which commands were refused, by which rule, and who had sent them.
@RestController
final class RefusalsApi {

    private static final Listing REFUSALS =
            new Listing(
                    Set.of(RefusalsProjector.NAME, AuditEventsProjector.NAME),
                    "reporting.refusals",
                    AuditFilters.common("actor", "refusal")
                            .equal("code", "code")
                            .equal("rule", "rule")
                            .equal("subject", "subject")
                            .equal("ccg", "ccg")
                            .equal("stream", "subject")
                            .among("tag", "tags")
                            .with("type", attempted())
                            .saying("q")
                            .all(),
                    Map.of(
                            "code", Column.text("code"),
                            "position", Column.number("position")),
                    List.of(Column.number("position")),
                    Map.of(),
                    "reporting.refusals");

    /// What would have happened is not known of what was refused, but which commands bring about
    /// events of a type is, from those that did. They are few, so they are hopped over.
    private static Filter attempted() {
        return new Filter(
                "command = any (:value)",
                Filter.Kind.TEXT,
                """
                with recursive by_name (command) as (
                    (select e.command from projection.audit_event e where e.type = :value order by 1 limit 1)
                    union all
                    select (select e.command from projection.audit_event e
                            where e.type = :value and e.command > by_name.command order by 1 limit 1)
                    from by_name where by_name.command is not null)
                select command from by_name
                where exists (select from projection.audit_event e
                              where e.type = :value and e.command = by_name.command
                                and e.position <= (select projection.known_at()))
                """);
    }

    private final Answers answers;

    RefusalsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists("REFUSALS")
    @GetMapping("/v1/audit/refusals")
    ResponseEntity<byte[]> refusals(HttpServletRequest request) {
        return answers.list(request, REFUSALS);
    }
}
