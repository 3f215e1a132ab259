package org.ccgledger.query.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Source;
import org.ccgledger.query.http.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One event as an auditor sees it.
///
/// @param leafHash SHA-256 of the event at its place, in hex, by which its inclusion is proved
/// @param command absent, as all that follows from it, for what the ledger records of itself
/// @param fact as recorded; of what is personal it holds the subject alone
public record AuditedEvent(
        long position,
        Instant recordedAt,
        LocalDate effectiveOn,
        String stream,
        long version,
        UUID id,
        String type,
        int schemaVersion,
        String leafHash,
        String sentence,
        UUID commandId,
        @Nullable String command,
        @Nullable Boolean decision,
        @Nullable Actor who,
        @Nullable Authority authority,
        @Nullable String reasons,
        List<DocRef> evidence,
        @Nullable Source source,
        @Nullable String correlationId,
        @Nullable UUID causationId,
        @Nullable String ruleSet,
        JsonNode fact,
        Links links) {

    /// Where an auditor looks next.
    ///
    /// @param correlation absent, as what follows it, for what the ledger records of itself
    public record Links(
            String self,
            String stream,
            String command,
            String proof,
            @Nullable String correlation,
            @Nullable String cause,
            @Nullable String personDecisions) {}

    /// For a table: what is nested comes flat, but for the fact.
    Row row() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("position", position);
        columns.put("recordedAt", recordedAt);
        columns.put("effectiveOn", effectiveOn);
        columns.put("stream", stream);
        columns.put("version", version);
        columns.put("id", id);
        columns.put("type", type);
        columns.put("schemaVersion", schemaVersion);
        columns.put("leafHash", leafHash);
        columns.put("sentence", sentence);
        columns.put("commandId", commandId);
        columns.put("command", command);
        columns.put("decision", decision);
        columns.put("actor", who == null ? null : who.id());
        columns.put("role", who == null ? null : who.role());
        columns.put("body", who == null ? null : who.body().value());
        columns.put("onBehalfOf", who == null ? null : who.onBehalfOf());
        columns.put("instrument", authority == null ? null : authority.instrument());
        columns.put("provision", authority == null ? null : authority.provision());
        columns.put("delegation", authority == null ? null : authority.delegation());
        columns.put("reasons", reasons);
        columns.put("evidence", evidence.stream().map(DocRef::title).toList());
        columns.put("correlationId", correlationId);
        columns.put("causationId", causationId);
        columns.put("fact", fact);
        return new Row(columns);
    }
}
