package org.ccgledger.query.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventTypes;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;

/// A row about one event, which is written once and never changed.
public final class AuditRow {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private AuditRow() {}

    public static AuditRow at(Recorded at) {
        return new AuditRow().with("position", at.position());
    }

    /// Where and when, and who acted under which authority.
    public static AuditRow of(Recorded at, LocalDate effectiveOn, EventMetadata metadata) {
        Authority authority = metadata.authority();
        return at(at).with("recorded_at", at.recordedAt().atOffset(ZoneOffset.UTC))
                .with("effective_on", effectiveOn)
                .with("command", metadata.command())
                .with("actor", metadata.actor().id())
                .with("role", metadata.actor().role().name())
                .with("body", metadata.actor().body().value())
                .with("on_behalf_of", metadata.actor().onBehalfOf())
                .with("instrument", authority == null ? null : authority.instrument())
                .with("provision", authority == null ? null : authority.provision())
                .with("delegation", authority == null ? null : authority.delegation())
                .with("correlation_id", metadata.correlationId());
    }

    /// Which event it is, of which type, and under which tags it is found.
    public AuditRow event(CcgEvent event, Recorded at) {
        return with("event_id", at.eventId())
                .with("type", EventTypes.of(event).name())
                .with("schema_version", at.schemaVersion())
                .with("tags", event.tags().stream().map(Object::toString).sorted().toList());
    }

    public AuditRow with(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    public AuditRow with(String column, List<String> values) {
        return with(column, (Object) values.toArray(new String[0]));
    }

    public AuditRow json(String column, @Nullable Object value) {
        return with(column, value == null ? null : EventJson.MAPPER.writeValueAsString(value));
    }

    /// Writes it.
    ///
    /// @param table of schema `projection`
    public void insertInto(String table, QueryDatabase database) {
        database.add("projection." + table, values);
    }
}
