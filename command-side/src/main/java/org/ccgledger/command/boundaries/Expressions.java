package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Optional;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.ExpressionEvent.ConflictsCoverTested;
import org.ccgledger.events.expressions.ExpressionEvent.RoundOpened;

/// Rounds of co-commissioning, and what was found of the groups that express interest in them.
public final class Expressions {

    private Expressions() {}

    /// The round of that name, if it was opened.
    public static Optional<RoundOpened> round(RoundName round, Reads reads) {
        return reads.stream(StreamName.round(round)).stream()
                .filter(RoundOpened.class::isInstance)
                .map(RoundOpened.class::cast)
                .findFirst();
    }

    /// Whether the last test of the group's cover for conflicts of interest, by that day, was
    /// satisfied.
    public static boolean areConflictsCovered(CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), ConflictsCoverTested.class).stream()
                .filter(tested -> !tested.effectiveOn().isAfter(on))
                .reduce((_, later) -> later)
                .filter(tested -> tested.result() == ConflictsCover.SATISFIED)
                .isPresent();
    }
}
