package org.ccgledger.command.successions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.successions.Succession.Ceased;
import org.ccgledger.command.successions.SuccessionCommand.DissolveCCG;
import org.ccgledger.command.successions.SuccessionCommand.TransferToICB;
import org.ccgledger.command.successions.SuccessionRefusal.*;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.successions.SuccessionEvent.CCGAbolished;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;

/// How one group ceases to exist by itself.
final class Endings {

    /// Integrated care boards were established on this day under the Health and Care Act 2022.
    private static final LocalDate ICB_FROM = LocalDate.of(2022, 7, 1);

    private Endings() {}

    static Decision dissolve(DissolveCCG command, Succession state, Context context) {
        if (state instanceof Ceased(CCGDissolved before)
                && before.to().equals(command.successors())) {
            return unchanged();
        }
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notEstablished(command.ccg(), context);
        }
        if (!context.hasReasons()) {
            return refuse(new ReasonsRequired());
        }
        Optional<Refusal> refusal =
                Mergers.notOperational(command.successors(), context)
                        .or(() -> Settling.unallotted(command, context))
                        .or(() -> Settling.unassigned(List.of(command.ccg()), context));
        return refusal.map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new CCGDissolved(
                                        command.ccg(),
                                        List.copyOf(command.successors()),
                                        Settling.allotted(command, context),
                                        context.effectiveOn())));
    }

    static Decision transfer(TransferToICB command, Succession state, Context context) {
        if (state instanceof Ceased(CCGAbolished before) && before.icb().equals(command.icb())) {
            return unchanged();
        }
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notEstablished(command.ccg(), context);
        }
        if (context.effectiveOn().isBefore(ICB_FROM)) {
            return refuse(new LegalPowerNotInForce(ICB_FROM));
        }
        return Settling.unassigned(List.of(command.ccg()), context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new CCGAbolished(
                                        command.ccg(),
                                        command.icb(),
                                        Settling.leavingTo(command.icb(), command.ccg(), context),
                                        context.effectiveOn())));
    }

    private static Decision notEstablished(CcgCode ccg, Context context) {
        return notFound("%s is not established on %s".formatted(ccg, context.effectiveOn()));
    }
}
