package org.ccgledger.query.decisionhistory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.audit.AuditFilters;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which decisions had taken effect by a day: who made them, under which authority, why, on which
/// papers.
@RestController
final class DecisionHistoryApi {

    private static final Set<String> PROJECTIONS =
            Set.of(DecisionHistoryProjector.NAME, "meetings");
    private static final Map<String, Column> SORTS =
            Map.of(
                    "effectiveOn", Column.date("effective_on"),
                    "position", Column.number("position"));

    private static final Listing DECISIONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.decisions",
                    AuditFilters.common("decided_by", "decision")
                            .among("ccg", "groups")
                            .equal("stream", "stream")
                            .equal("outcome", "outcome")
                            .with("type", broughtAbout("e.type = :value"))
                            .with("tag", broughtAbout("e.tags @> array[cast(:value as text)]"))
                            .with("forum", ofMeetings("forum"))
                            .with("meetingDecision", ofMeetings("decision"))
                            .saying("q")
                            .all(),
                    SORTS,
                    List.of(Column.number("position")),
                    Map.of(),
                    "projection.decision_at");

    private static final Listing OF_PERSONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.person_decisions",
                    AuditFilters.effective()
                            .equal("person", "person")
                            .equal("part", "part")
                            .equal("vote", "vote")
                            .equal("outcome", "outcome")
                            .equal("role", "role")
                            .equal("body", "body")
                            .among("gap", "gaps")
                            .all(),
                    SORTS,
                    List.of(Column.number("position"), Column.text("person"), Column.text("part")),
                    Map.of());

    /// Few decisions are those of meetings, so these are looked for first.
    private static Filter ofMeetings(String column) {
        return new Filter(
                "position = any (array(select m.position from reporting.meeting_decisions m where m.%s = :value))"
                        .formatted(column),
                Filter.Kind.TEXT);
    }

    /// Decisions that an event is of, whichever of their events it is. A sum is in no index, so
    /// nobody looks for all that is known.
    private static Filter broughtAbout(String event) {
        return new Filter(
                """
                position in (select e.first_position from projection.decision_event e
                             where %s and e.position + 0 <= (select projection.known_at()))\
                """
                        .formatted(event),
                Filter.Kind.TEXT);
    }

    private final Answers answers;

    DecisionHistoryApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists("DECISIONS")
    @GetMapping("/v1/decisions")
    ResponseEntity<byte[]> decisions(HttpServletRequest request) {
        return answers.list(request, DECISIONS);
    }

    /// What somebody decided or voted on, and what the authority for it leaves open.
    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists("OF_PERSONS")
    @GetMapping("/v1/person-decisions")
    ResponseEntity<byte[]> ofPersons(HttpServletRequest request) {
        return answers.list(request, OF_PERSONS);
    }
}
