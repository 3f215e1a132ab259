package org.ccgledger.command.successions;

import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.successions.Succession.NotBegun;
import org.ccgledger.command.successions.SuccessionCommand.ApplyToMerge;
import org.ccgledger.command.successions.SuccessionCommand.CompleteMerger;
import org.ccgledger.command.successions.SuccessionCommand.DecideMerger;
import org.ccgledger.command.successions.SuccessionCommand.DissolveCCG;
import org.ccgledger.command.successions.SuccessionCommand.TransferToICB;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.successions.SuccessionEvent;

/// Decides on mergers and on the end of groups. The boundary is one merger, or one group's entry in
/// the register; what is open with a group is read of every other boundary, under guard.
public final class SuccessionDecider {

    /// The decisions on mergers and on the end of groups.
    public static final Decider<SuccessionCommand, ?> DECIDER =
            Decider.of(SuccessionCommand.class, SuccessionDecider::stream)
                    .<Succession, SuccessionEvent>state(
                            new NotBegun(), SuccessionEvent.class, Succession::evolve)
                    .deciding(SuccessionDecider::decide);

    private SuccessionDecider() {}

    private static StreamName stream(SuccessionCommand command) {
        return switch (command) {
            case ApplyToMerge apply -> StreamName.merger(apply.merger());
            case DecideMerger decide -> StreamName.merger(decide.merger());
            case CompleteMerger complete -> StreamName.merger(complete.merger());
            case DissolveCCG dissolve -> StreamName.ccg(dissolve.ccg());
            case TransferToICB transfer -> StreamName.ccg(transfer.ccg());
        };
    }

    private static Decision decide(SuccessionCommand command, Succession state, Context context) {
        return switch (command) {
            case ApplyToMerge apply -> Mergers.apply(apply, state, context);
            case DecideMerger decide -> Mergers.decide(decide, state, context);
            case CompleteMerger complete -> Mergers.complete(complete, state, context);
            case DissolveCCG dissolve -> Endings.dissolve(dissolve, state, context);
            case TransferToICB transfer -> Endings.transfer(transfer, state, context);
        };
    }
}
