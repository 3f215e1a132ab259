package org.ccgledger.query.auditevents;

import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventTypes;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.audit.AuditRow;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.sentences.ConcernedGroups;
import org.ccgledger.query.sentences.NamesInLedger;
import org.ccgledger.query.sentences.Sentences;
import org.springframework.stereotype.Component;

/// A row for each event, with all that it can be searched by.
@Component
public final class AuditEventsProjector implements Projector {

    public static final String NAME = "audit-events";

    private final QueryDatabase database;
    private final NamesInLedger names;

    AuditEventsProjector(QueryDatabase database, NamesInLedger names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.copyOf(EventTypes.FAMILIES);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        AuditRow.of(at, event.effectiveOn(), metadata)
                .with("stream", at.stream())
                .with("version", at.version())
                .event(event, at)
                .with("command_id", at.commandId())
                .with("decision", metadata.decision())
                .with("causation_id", metadata.causationId())
                .with("ccgs", ConcernedGroups.of(event))
                .with("sentence", Sentences.of(event, metadata, names.at(at.position())))
                .insertInto("audit_event", database);
    }

    @Override
    public void reset() {
        database.sql().sql("truncate projection.audit_event").update();
    }
}
