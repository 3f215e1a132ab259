package org.ccgledger.command.membership;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;

/// Every rule of membership, by the reason it gives when it says no.
sealed interface MembershipRefusal extends Refusal {

    /// N1: NHS Act 2006 s.14A.
    @Rule(
            id = "N1",
            title = "A practice contract is in one group at a time",
            cure = "Transfer the practice from the group that has it.",
            status = 409)
    record PracticeAlreadyMember(PracticeCode practice, CcgCode of) implements MembershipRefusal {}

    /// N2: NHS Act 2006 s.14A: every provider is a member of a group.
    @Rule(
            id = "N2",
            title =
                    "A practice goes from the group that has it to one that is there, with no day between",
            cure =
                    "Name the group of which it is a member that day, and one that is established by then.")
    record MembershipGap(CcgCode fromCcg, CcgCode toCcg, LocalDate on)
            implements MembershipRefusal {}

    /// N3: both groups' constitutions change with it, which needs the Board.
    @Rule(
            id = "N3",
            title = "Both groups and the Board agree to a transfer",
            cure =
                    "Have each body named record its approval, of the day or before, and give the approvals' ids.")
    record TransferNotApproved(Set<BodyRef> missing) implements MembershipRefusal {}

    /// N4: NHS Act 2006 s.14B: two or more providers make up a group.
    @Rule(
            id = "N4",
            title = "A group keeps two or more members",
            cure = "Let others join the group first.")
    record TooFewMembers(CcgCode ccg, int remaining) implements MembershipRefusal {}
}
