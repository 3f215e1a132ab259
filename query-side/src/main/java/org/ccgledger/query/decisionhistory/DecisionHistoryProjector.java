package org.ccgledger.query.decisionhistory;

import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.audit.AuditRow;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.sentences.ConcernedGroups;
import org.ccgledger.query.sentences.NamesInLedger;
import org.ccgledger.query.sentences.Sentences;
import org.springframework.stereotype.Component;

/// A row for each decision, written with its first event, and one for each event that it brought
/// about.
@Component
final class DecisionHistoryProjector implements Projector {

    static final String NAME = "decision-history";

    private final QueryDatabase database;
    private final NamesInLedger names;

    DecisionHistoryProjector(QueryDatabase database, NamesInLedger names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return EventTypes.FAMILIES.stream()
                .filter(family -> family != CommandEvent.class)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        if (!metadata.decision() && !isMinuted(metadata)) {
            return;
        }
        String sentence = Sentences.of(event, metadata, names.at(at.position()));
        int index = Digests.indexOf(at.eventId());
        if (index == 0) {
            AuditRow.of(at, event.effectiveOn(), metadata)
                    .with("decision_id", at.commandId())
                    .with("stream", at.stream())
                    .with("ccgs", ConcernedGroups.of(event))
                    .with("title", sentence)
                    .with("outcome", Outcome.of(event))
                    .with("reasons", metadata.reasons())
                    .json("evidence", metadata.evidence())
                    .json("source", metadata.source())
                    .with("rule_set", metadata.ruleSet())
                    .insertInto("decision", database);
        }
        AuditRow.at(at)
                .with("decision_id", at.commandId())
                .with("first_position", at.position() - index)
                .event(event, at)
                .with("sentence", sentence)
                .insertInto("decision_event", database);
    }

    /// That a body decided is a decision, though the entry only records what its minutes tell.
    private static boolean isMinuted(EventMetadata metadata) {
        return metadata.command().equals("RecordMinutedDecision");
    }

    @Override
    public void reset() {
        database.sql().sql("truncate projection.decision, projection.decision_event").update();
    }
}
