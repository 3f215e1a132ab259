package org.ccgledger.query.timeline;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.auditevents.AuditEventsProjector;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing.Filter.Kind;
import org.ccgledger.query.http.Parameters;
import org.ccgledger.query.http.Question;
import org.ccgledger.query.http.Takes;
import org.ccgledger.query.http.TimeTravel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What happened to one thing, and what one event says, as the ledger holds it.
///
/// It is read from the ledger and not from a read model; the read model of all events only says how
/// far the audit has come.
@RestController
final class EntityTimelineApi {

    private static final Set<String> PROJECTIONS = Set.of(AuditEventsProjector.NAME);

    private final Answers answers;
    private final EntityTimeline timeline;

    EntityTimelineApi(Answers answers, EntityTimeline timeline) {
        this.answers = answers;
        this.timeline = timeline;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @TimeTravel
    @Takes(
            name = "version",
            kind = Kind.NUMBER,
            description = "The last version that is told of; all are if it is left out.")
    @Takes(name = "limit", kind = Kind.NUMBER, description = "Events of a page, 1 to 500.")
    @Takes(name = "cursor", description = "From next or prev of another page, as it is.")
    @GetMapping("/v1/audit/streams/{kind}/{id}")
    ResponseEntity<byte[]> stream(
            HttpServletRequest request, @PathVariable String kind, @PathVariable String id) {
        return answers.answer(
                request,
                PROJECTIONS,
                Parameters.of(request),
                question -> timeline.page(kind + ":" + id, question));
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @TimeTravel
    @Takes(
            name = "from",
            kind = Kind.NUMBER,
            required = true,
            description = "The version that is compared with; 0 is what was before the first.")
    @Takes(
            name = "to",
            kind = Kind.NUMBER,
            description = "The version that is compared; the last if it is left out.")
    @GetMapping("/v1/audit/streams/{kind}/{id}/diff")
    ResponseEntity<byte[]> difference(
            HttpServletRequest request, @PathVariable String kind, @PathVariable String id) {
        return answers.answer(
                request,
                PROJECTIONS,
                Parameters.of(request),
                question -> timeline.difference(kind + ":" + id, question));
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @TimeTravel
    @GetMapping("/v1/audit/events/{event}")
    ResponseEntity<byte[]> event(HttpServletRequest request, @PathVariable String event) {
        return answers.answer(request, PROJECTIONS, Set.of(), question -> one(event, question));
    }

    private Answer one(String event, Question question) {
        return timeline.event(event, question.knownAt());
    }
}
