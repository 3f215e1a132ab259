package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import org.ccgledger.command.boundaries.IssuedDirection.Assignment;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;

/// Who exercises a group's functions. At every instant it is one body: the group itself or, from
/// the moment a direction takes the function, the Board until another is assigned.
public final class Functions {

    private Functions() {}

    /// Who exercises a function.
    public sealed interface Exerciser {

        record Itself() implements Exerciser {}

        /// Taken by a direction, and exercised by another in the group's place.
        record Taken(DirectionId direction, BodyRef exercisedBy) implements Exerciser {}
    }

    /// SI 2012/1631 reg 8(5) and (8), NHS Act 2006 s.14Z21.
    @Upholds(
            id = "K4",
            title =
                    "At every instant one body exercises a function: the group, the Board, or who was assigned it")
    public static Exerciser exerciser(
            CcgCode ccg, FunctionCode function, LocalDate on, Reads reads) {
        return exerciser(IssuedDirections.asAt(ccg, on, reads), function, on);
    }

    static Exerciser exerciser(IssuedDirections directions, FunctionCode function, LocalDate on) {
        return directions
                .taking(function, on)
                .<Exerciser>map(direction ->
                        new Exerciser.Taken(
                                direction.terms().direction(),
                                direction
                                        .assignment(function, on)
                                        .map(Assignment::exerciser)
                                        .orElse(BodyRef.BOARD)))
                .orElseGet(Exerciser.Itself::new);
    }
}
