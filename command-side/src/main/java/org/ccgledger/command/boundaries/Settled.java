package org.ccgledger.command.boundaries;

import java.util.Optional;
import org.ccgledger.command.decision.Cessation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;

/// What has become of what was open when a group ceased to exist.
public final class Settled {

    private Settled() {}

    /// The line that settles one thing, if the group has ceased by the context's day and left it.
    public static Optional<Settlement> of(
            CcgCode ccg, MatterKind kind, String matter, Context context) {
        return Cessation.by(ccg, context.effectiveOn(), context.reads()).stream()
                .flatMap(event -> event.settlementsOf(kind).stream())
                .filter(line -> line.ccg().equals(ccg) && line.matter().equals(matter))
                .findFirst();
    }

    /// Whether one thing of a group passes to another by that line.
    public static boolean passes(
            CcgCode from, MatterKind kind, String matter, CcgCode to, Context context) {
        return of(from, kind, matter, context)
                .filter(line -> BodyRef.ccg(to).equals(line.successor()))
                .isPresent();
    }
}
