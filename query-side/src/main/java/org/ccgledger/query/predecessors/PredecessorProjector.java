package org.ccgledger.query.predecessors;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.PredecessorEvent;
import org.ccgledger.events.predecessors.PredecessorEvent.*;
import org.ccgledger.events.predecessors.TransferLine;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Primary care trusts, what they hold, and who comes after them.
@Component
final class PredecessorProjector implements Projector {

    static final String NAME = "predecessors";

    private static final List<String> PCT = List.of("pct");
    private static final List<String> HELD = List.of("pct", "kind", "holding");
    private static final Timeline PREDECESSOR =
            new Timeline("predecessor", PCT, List.of("name", "sha"));
    private static final Timeline HOLDING =
            new Timeline("predecessor_holding", HELD, List.of("registered_on"));
    private static final Timeline SCHEME =
            new Timeline(
                    "predecessor_scheme",
                    HELD,
                    List.of("receivers", "shares numeric[]", "transfers_on", "made_on"));
    private static final Timeline POST =
            new Timeline(
                    "predecessor_post",
                    List.of("pct", "post"),
                    List.of("receiver", "transfers_on"));
    private static final Timeline ABOLITION =
            new Timeline("predecessor_abolition", PCT, List.of("abolished_on"));

    private final QueryDatabase database;

    PredecessorProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(PredecessorEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((PredecessorEvent) event) {
            case PredecessorRegistered e -> {
                PREDECESSOR.from(day, at, database, e.pct(), e.name(), e.sha());
                for (Holding holding : e.holdings()) {
                    HOLDING.from(day, at, database, e.pct(), holding.kind(), holding.name(), day);
                }
            }
            case TransferSchemeMade e ->
                    byHolding(e)
                            .forEach((holding, lines) ->
                                    SCHEME.from(
                                            day,
                                            at,
                                            database,
                                            e.pct(),
                                            holding.kind(),
                                            holding.name(),
                                            lines.stream().map(TransferLine::receiver).toList(),
                                            lines.stream().map(TransferLine::share).toList(),
                                            e.transfersOn(),
                                            day));
            case StaffTransferred e ->
                    POST.from(day, at, database, e.pct(), e.post(), e.receiver(), e.transfersOn());
            case PredecessorAbolished e -> ABOLITION.from(day, at, database, e.pct(), day);
        }
    }

    private static Map<Holding, List<TransferLine>> byHolding(TransferSchemeMade scheme) {
        return scheme.lines().stream()
                .collect(
                        Collectors.groupingBy(
                                TransferLine::holding, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void reset() {
        List.of(PREDECESSOR, HOLDING, SCHEME, POST, ABOLITION)
                .forEach(timeline -> timeline.clear(database));
    }
}
