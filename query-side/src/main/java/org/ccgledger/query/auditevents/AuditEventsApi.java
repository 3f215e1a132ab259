package org.ccgledger.query.auditevents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.query.audit.AuditFilters;
import org.ccgledger.query.audit.CloudEvents;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Row;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Which events there are of somebody, of something, of a kind or of a time, in the order of the
/// ledger.
@RestController
final class AuditEventsApi {

    private static final Listing EVENTS =
            new Listing(
                    Set.of(AuditEventsProjector.NAME),
                    "reporting.audit_events",
                    AuditFilters.common("actor", "audit_event")
                            .equal("stream", "stream")
                            .among("tag", "tags")
                            .among("ccg", "groups")
                            .equal("type", "type")
                            .saying("q")
                            .all(),
                    Map.of(
                            "effectiveOn", Column.date("effective_on"),
                            "position", Column.number("position")),
                    List.of(Column.number("position")),
                    Map.of(),
                    "reporting.audit_events");

    private final Answers answers;
    private final Ledger ledger;

    AuditEventsApi(Answers answers, Ledger ledger) {
        this.answers = answers;
        this.ledger = ledger;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists(value = "EVENTS", asCloudEvents = true)
    @GetMapping("/v1/audit/events")
    ResponseEntity<byte[]> events(HttpServletRequest request) {
        return answers.list(request, EVENTS, this::cloudEvents);
    }

    private List<ObjectNode> cloudEvents(List<Row> rows) {
        return ledger
                .readAt(
                        rows.stream()
                                .map(row -> (Long) Objects.requireNonNull(row.get("position")))
                                .toList())
                .stream()
                .map(CloudEvents::of)
                .toList();
    }
}
