package org.ccgledger.query.correlations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.TimeTravel;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What came of one request: its commands, their events, and the commands that reacted to these.
@RestController
final class CorrelationsApi {

    private static final Set<String> PROJECTIONS = Set.of("audit-events");

    /// Events of one tree.
    private static final int GREATEST = 1_000;

    private static final List<String> OF_COMMAND =
            List.of(
                    "commandId",
                    "command",
                    "decision",
                    "actor",
                    "role",
                    "body",
                    "causationId",
                    "receipt");
    private static final List<String> OF_EVENT =
            List.of(
                    "position",
                    "recordedAt",
                    "eventId",
                    "type",
                    "stream",
                    "version",
                    "sentence",
                    "self");

    private static final String EVENTS =
            """
            select position, recorded_at, event_id, type, stream, version, sentence, command_id, command, decision,
                   actor, role, body, causation_id, self, '/v1/commands/' || command_id as receipt
            from reporting.audit_events where correlation_id = ? order by position limit %d\
            """
                    .formatted(GREATEST + 1);

    private final Answers answers;
    private final QueryDatabase database;

    CorrelationsApi(Answers answers, QueryDatabase database) {
        this.answers = answers;
        this.database = database;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @TimeTravel
    @GetMapping("/v1/audit/correlations/{correlation}")
    ResponseEntity<byte[]> tree(HttpServletRequest request, @PathVariable String correlation) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> tree(correlation));
    }

    private Answer tree(String correlation) {
        List<Row> events = database.sql().sql(EVENTS).param(correlation).query(Row::of).list();
        if (events.isEmpty()) {
            throw QueryProblem.notFound("No event of correlation " + correlation + " is known");
        }
        if (events.size() > GREATEST) {
            throw QueryProblem.tooMuch(
                    "A tree has %,d events at most; /v1/audit/events?correlationId= lists them all"
                            .formatted(GREATEST));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("correlationId", correlation);
        fields.put("items", tree(events));
        return Answer.of(fields, events);
    }

    /// Commands with their events, each command beneath the event that it reacts to; on top those
    /// that somebody sent, or that react to what is not of this correlation.
    ///
    /// @param events in the order of the ledger, in which a cause comes before what it causes
    private static List<Object> tree(List<Row> events) {
        List<Object> top = new ArrayList<>();
        Map<Object, List<Object>> eventsOf = new HashMap<>();
        Map<Object, List<Object>> reactionsTo = new HashMap<>();
        for (Row row : events) {
            eventsOf.computeIfAbsent(
                            Objects.requireNonNull(row.get("commandId")),
                            _ -> {
                                List<Object> its = new ArrayList<>();
                                cause(row, reactionsTo, top)
                                        .add(part(row, OF_COMMAND, "events", its));
                                return its;
                            })
                    .add(
                            part(
                                    row,
                                    OF_EVENT,
                                    "caused",
                                    reactionsTo.computeIfAbsent(
                                            Objects.requireNonNull(row.get("eventId")),
                                            _ -> new ArrayList<>())));
        }
        return top;
    }

    private static List<Object> cause(
            Row row, Map<Object, List<Object>> reactionsTo, List<Object> otherwise) {
        Object cause = row.get("causationId");
        return cause == null ? otherwise : reactionsTo.getOrDefault(cause, otherwise);
    }

    private static Map<String, @Nullable Object> part(
            Row row, List<String> columns, String last, List<Object> list) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        columns.forEach(column -> part.put(column, row.get(column)));
        part.put(last, list);
        return part;
    }
}
