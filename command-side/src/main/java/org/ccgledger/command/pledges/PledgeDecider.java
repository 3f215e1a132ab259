package org.ccgledger.command.pledges;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.command.boundaries.Entries;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.pledges.PledgeCommand.LinkEvidenceToPledge;
import org.ccgledger.command.pledges.PledgeCommand.RecordPledge;
import org.ccgledger.command.pledges.PledgeRefusal.CodeInUse;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.pledges.PledgeBearing;
import org.ccgledger.events.pledges.PledgeEvent;
import org.ccgledger.events.pledges.PledgeEvent.PledgeEvidenceLinked;
import org.ccgledger.events.pledges.PledgeEvent.PledgeRecorded;

/// Decides on pledges. The boundary is one pledge; whether what bears on it exists is read of the
/// entry's stream.
public final class PledgeDecider {

    /// The decisions on pledges.
    public static final Decider<PledgeCommand, ?> DECIDER =
            Decider.of(PledgeCommand.class, command -> StreamName.pledge(command.pledge()))
                    .<Pledge, PledgeEvent>state(Pledge.NONE, PledgeEvent.class, Pledge::evolve)
                    .deciding(PledgeDecider::decide);

    private PledgeDecider() {}

    /// A promise, once it is recorded, and what was said to bear on it.
    record Pledge(Optional<PledgeRecorded> made, Map<LedgerEntry, PledgeBearing> evidence) {

        static final Pledge NONE = new Pledge(Optional.empty(), Map.of());

        Pledge evolve(PledgeEvent event) {
            return switch (event) {
                case PledgeRecorded e -> new Pledge(Optional.of(e), evidence);
                case PledgeEvidenceLinked e -> {
                    Map<LedgerEntry, PledgeBearing> all = new LinkedHashMap<>(evidence);
                    all.put(e.entry(), e.bearing());
                    yield new Pledge(made, Map.copyOf(all));
                }
            };
        }
    }

    private static Decision decide(PledgeCommand command, Pledge pledge, Context context) {
        return switch (command) {
            case RecordPledge record -> record(record, pledge, context);
            case LinkEvidenceToPledge link -> link(link, pledge, context);
        };
    }

    private static Decision record(RecordPledge command, Pledge pledge, Context context) {
        PledgeRecorded recorded =
                new PledgeRecorded(
                        command.pledge(),
                        command.by(),
                        command.subject(),
                        command.text(),
                        command.pledgeSource(),
                        context.effectiveOn());
        return pledge.made()
                .map(before ->
                        before.equals(recorded)
                                ? unchanged()
                                : refuse(new CodeInUse(command.pledge())))
                .orElseGet(() -> accept(recorded));
    }

    private static Decision link(LinkEvidenceToPledge command, Pledge pledge, Context context) {
        if (pledge.made().isEmpty()) {
            return notFound("There is no pledge " + command.pledge());
        }
        if (Entries.around(command.entry(), context.reads()).isEmpty()) {
            return notFound(
                    "There is no entry "
                            + command.entry().stream()
                            + " in version "
                            + command.entry().version());
        }
        if (pledge.evidence().get(command.entry()) == command.bearing()) {
            return unchanged();
        }
        return context.hasReasons()
                ? accept(
                        new PledgeEvidenceLinked(
                                command.pledge(),
                                command.entry(),
                                command.bearing(),
                                context.effectiveOn()))
                : refuse(new ReasonsRequired());
    }
}
