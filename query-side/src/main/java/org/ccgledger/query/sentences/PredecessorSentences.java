package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.and;
import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.util.List;
import org.ccgledger.events.predecessors.PredecessorEvent;
import org.ccgledger.events.predecessors.PredecessorEvent.*;
import org.ccgledger.events.predecessors.TransferLine;

final class PredecessorSentences {

    private PredecessorSentences() {}

    static String of(PredecessorEvent event, GroupNames groups) {
        String trust = "the primary care trust " + event.pct();
        return on(event.effectiveOn(), what(event, trust, groups));
    }

    private static String what(PredecessorEvent event, String trust, GroupNames groups) {
        return switch (event) {
            case PredecessorRegistered e ->
                    trust
                            + ", "
                            + quoted(e.name())
                            + ", under the strategic health authority "
                            + e.sha()
                            + ", was registered with "
                            + count(e.holdings().size(), "holding");
            case TransferSchemeMade e ->
                    "a scheme was made to transfer "
                            + count(holdings(e.lines()), "holding")
                            + " of "
                            + trust
                            + " on "
                            + day(e.transfersOn())
                            + " to "
                            + and(
                                    e.lines().stream()
                                            .map(line -> body(line.receiver(), groups))
                                            .distinct()
                                            .toList());
            case StaffTransferred e ->
                    trust
                            + " transferred post "
                            + e.post()
                            + " to "
                            + body(e.receiver(), groups)
                            + " from "
                            + day(e.transfersOn())
                            + " on";
            case PredecessorAbolished _ -> trust + " was abolished";
        };
    }

    private static int holdings(List<TransferLine> lines) {
        return Math.toIntExact(lines.stream().map(TransferLine::holding).distinct().count());
    }
}
