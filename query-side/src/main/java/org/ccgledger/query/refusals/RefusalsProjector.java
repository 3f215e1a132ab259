package org.ccgledger.query.refusals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.Tag;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.CommandEvent.CommandUnchanged;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.audit.AuditRow;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.sentences.ConcernedGroups;
import org.ccgledger.query.sentences.NamesInLedger;
import org.ccgledger.query.sentences.Sentences;
import org.springframework.stereotype.Component;

/// A row for each command that a rule refused.
@Component
final class RefusalsProjector implements Projector {

    static final String NAME = "refusals";

    private final QueryDatabase database;
    private final NamesInLedger names;

    RefusalsProjector(QueryDatabase database, NamesInLedger names) {
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
        return Set.of(CommandRefused.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        switch ((CommandEvent) event) {
            case CommandRefused e -> refused(e, at, metadata);
            case CommandUnchanged _ -> {}
        }
    }

    private void refused(CommandRefused e, Recorded at, EventMetadata metadata) {
        List<String> groups = ConcernedGroups.of(e);
        AuditRow.of(at, e.effectiveOn(), metadata)
                .with("command_id", e.commandId())
                .with("subject", e.subject())
                .with("ccg", groups.isEmpty() ? null : groups.getFirst())
                .with("tags", tags(e, groups))
                .with("code", e.code())
                .with("rule", e.rule())
                .with("status", e.status())
                .with("title", e.title())
                .with("detail", e.detail())
                .json("violations", e.violations())
                .with("sentence", Sentences.of(e, metadata, names.at(at.position())))
                .with("rule_set", metadata.ruleSet())
                .insertInto("refusal", database);
    }

    /// Those of the entry, and those that what it is about would have had: of events of a group, a
    /// meeting or an instrument one is named as their stream is.
    private static List<String> tags(CommandRefused e, List<String> groups) {
        return Stream.of(
                        e.tags().stream().map(Tag::value),
                        groups.stream().map(group -> Tag.ccg(new CcgCode(group)).value()),
                        Stream.of(e.subject()))
                .flatMap(tags -> tags)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void reset() {
        database.sql().sql("truncate projection.refusal").update();
    }
}
