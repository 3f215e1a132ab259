package org.ccgledger.query.timeline;

import java.util.HexFormat;
import java.util.List;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.query.sentences.NamesInLedger;
import org.ccgledger.query.sentences.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Shows what the ledger holds as it stands there, with a sentence beside it.
@Component
final class AuditedEvents {

    private final NamesInLedger names;

    AuditedEvents(NamesInLedger names) {
        this.names = names;
    }

    AuditedEvent of(StoredEvent stored) {
        EventMetadata metadata = metadata(stored);
        return new AuditedEvent(
                stored.position(),
                stored.recordedAt(),
                stored.effectiveOn(),
                stored.stream(),
                stored.version(),
                stored.eventId(),
                stored.type(),
                stored.schemaVersion(),
                HexFormat.of().formatHex(stored.leafHash()),
                sentence(stored, metadata),
                stored.commandId(),
                metadata == null ? null : metadata.command(),
                metadata == null ? null : metadata.decision(),
                metadata == null ? null : metadata.actor(),
                metadata == null ? null : metadata.authority(),
                metadata == null ? null : metadata.reasons(),
                metadata == null ? List.of() : metadata.evidence(),
                metadata == null ? null : metadata.source(),
                metadata == null ? null : metadata.correlationId(),
                metadata == null ? null : metadata.causationId(),
                metadata == null ? null : metadata.ruleSet(),
                EventJson.MAPPER.readTree(stored.fact()),
                links(stored, metadata));
    }

    private static @Nullable EventMetadata metadata(StoredEvent stored) {
        JsonNode metadata = EventJson.MAPPER.readTree(stored.metadata());
        return metadata.has("actor")
                ? EventJson.MAPPER.treeToValue(metadata, EventMetadata.class)
                : null;
    }

    /// The ledger may hold what a later build wrote; the auditor sees it all the same.
    private String sentence(StoredEvent stored, @Nullable EventMetadata metadata) {
        if (Lineage.isOwn(stored.type())) {
            return Sentences.ofTheLedger(stored.type(), stored.effectiveOn());
        }
        if (metadata != null) {
            try {
                CcgEvent event =
                        EventJson.read(stored.type(), stored.schemaVersion(), stored.fact());
                return Sentences.of(event, metadata, names.at(stored.position()));
            } catch (UnknownEventType e) {
                return Sentences.unknown(stored.type(), stored.effectiveOn());
            }
        }
        return Sentences.unknown(stored.type(), stored.effectiveOn());
    }

    private static AuditedEvent.Links links(StoredEvent stored, @Nullable EventMetadata metadata) {
        return new AuditedEvent.Links(
                "/v1/audit/events/" + stored.position(),
                "/v1/audit/streams/" + stored.stream().replaceFirst(":", "/"),
                "/v1/commands/" + stored.commandId(),
                "/v1/audit/proofs/" + stored.position(),
                metadata == null ? null : "/v1/audit/correlations/" + metadata.correlationId(),
                metadata == null || metadata.causationId() == null
                        ? null
                        : "/v1/audit/events/" + metadata.causationId(),
                metadata == null
                        ? null
                        : "/v1/person-decisions?person="
                                + metadata.actor().id().replace("|", "%7C"));
    }
}
