package org.ccgledger.query.eventtypes;

import java.util.List;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.RecordSchema;
import org.ccgledger.query.http.QueryProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The catalogue of events: what may stand in the ledger, and in which form.
@RestController
final class EventTypesApi {

    /// @param decision whether it cites an authority; a fact does not
    /// @param schema where that of its fact is
    record Entry(String type, int version, boolean decision, String schema) {}

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/v1/event-types")
    List<Entry> types() {
        return EventTypes.all().stream()
                .map(type ->
                        new Entry(
                                type.name(),
                                type.version(),
                                !type.fact(),
                                "/v1/event-types/%s/%d/schema"
                                        .formatted(type.name(), type.version())))
                .toList();
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping(
            path = "/v1/event-types/{type}/{version}/schema",
            produces = "application/schema+json")
    ObjectNode schema(@PathVariable String type, @PathVariable String version) {
        return EventTypes.all().stream()
                .filter(one -> isNamed(one, type, version))
                .map(RecordSchema::ofFact)
                .findFirst()
                .orElseThrow(() ->
                        QueryProblem.notFound(
                                "There is no event " + type + " in version " + version));
    }

    private static boolean isNamed(EventType one, String type, String version) {
        return one.name().equals(type) && Integer.toString(one.version()).equals(version);
    }
}
