package org.ccgledger.command.directions;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;

/// Every rule about directions, by the reason it gives when it says no.
sealed interface DirectionRefusal extends Refusal {

    /// D1: SI 2012/1631 reg 8(5), NHS Act 2006 s.14Z21.
    @Rule(
            id = "D1",
            title = "Only the Board's authorisation committee directs a group",
            cure = "Have the decision sent by the committee.",
            status = 403)
    record NotAuthorisingBody(BodyRef sender) implements DirectionRefusal {}

    /// D1: a direction rests on one of two distinct powers.
    @Rule(
            id = "D1",
            title = "A direction cites its power and provision",
            cure = "Give `power`, and `authority` with its instrument and provision.")
    record AuthorityNotCited() implements DirectionRefusal {}

    /// D2: SI 2012/1631 reg 8(5).
    @Rule(
            id = "D2",
            title = "A direction under regulation 8 answers to a matter not met since the grant",
            cure = "Impose the condition first, or direct under section 14Z21.")
    record NoUnmetMatter() implements DirectionRefusal {}

    /// D3: SI 2012/1631 reg 8(5)(a).
    @Rule(
            id = "D3",
            title = "A direction not to exercise names the functions",
            cure = "Name at least one function.")
    record FunctionsRequired() implements DirectionRefusal {}

    /// D4: SI 2012/1631 reg 8(9).
    @Rule(
            id = "D4",
            title =
                    "Another group exercises a function under regulation 8 only after the three"
                            + " factors were considered, and it is willing",
            cure = "Record what is missing for this direction, function and group.")
    record Reg8_9FactorsNotConsidered(CcgCode other, Set<String> missing)
            implements DirectionRefusal {}

    /// D5: SI 2012/1631 reg 8(8).
    @Rule(
            id = "D5",
            title = "A function is exercised by the Board or by another group that is able to",
            cure =
                    "Name the Board, or a group that is operational and exercises the function itself.")
    record AssigneeIneligible(BodyRef exerciser, String because) implements DirectionRefusal {}

    /// D6: one exerciser at every instant.
    @Rule(
            id = "D6",
            title = "A function is taken by one direction and assigned to one body at a time",
            cure = "Wait until the other assignment ends, or vary or revoke its direction.",
            status = 409)
    record FunctionAlreadyAssigned(FunctionCode function, DirectionId by)
            implements DirectionRefusal {}

    /// D6: what was not taken is the group's own.
    @Rule(
            id = "D6",
            title = "Only a function that the direction takes is assigned",
            cure = "Name a function that the direction takes on that day.")
    record FunctionUnassigned(FunctionCode function, DirectionId direction)
            implements DirectionRefusal {}

    /// D8: NHS Act 2006 s.14Z21: the other group is directed too.
    @Rule(
            id = "D8",
            title =
                    "Another group exercises a function under section 14Z21 by a direction of its own",
            cure = "Issue a direction of kind ENABLING to that group, naming this direction.")
    record EnablingDirectionMissing(CcgCode other, DirectionId direction)
            implements DirectionRefusal {}

    /// D9: the group goes on where the other body ended.
    @Rule(
            id = "D9",
            title = "A function returns with the open decisions handed over",
            cure = "Give `handover`, or hand them over in `evidence` where a direction is varied.")
    record HandoverIncomplete() implements DirectionRefusal {}

    @Rule(
            title = "Only a direction in force is varied, revoked or carried out",
            cure = "Issue the direction first, or date the decision while it is in force.")
    record DirectionNotInForce(DirectionId direction) implements DirectionRefusal {}

    @Rule(
            title = "A direction is issued once",
            cure = "Vary the direction, or draft another.",
            status = 409)
    record DirectionAlreadyIssued(DirectionId direction, LocalDate since)
            implements DirectionRefusal {}

    @Rule(
            title = "A period does not end before it begins, nor before the decision",
            cure = "Give a later last day.")
    record InvalidPeriod(LocalDate until) implements DirectionRefusal {}
}
