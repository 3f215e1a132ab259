package org.ccgledger.command.membership;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.SYSTEM;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.EndCause;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a practice contract's membership, NHS Act 2006 s.14A.
public sealed interface MembershipCommand extends Command {

    PracticeCode practice();

    @Override
    default Set<BodyRef> senders() {
        return switch (this) {
            case AdmitPractice admit -> Set.of(BodyRef.ccg(admit.ccg()));
            case TransferPractice transfer ->
                    Set.of(BodyRef.ccg(transfer.fromCcg()), BodyRef.ccg(transfer.toCcg()));
            case RemovePractice removal -> Set.of(BodyRef.ccg(removal.ccg()));
            case NovateMembership _ -> Set.of();
        };
    }

    /// From the day on which it is to count, the practice is a member.
    ///
    /// `contract` is absent where it is not known, as of those that applied: an application names
    /// practices, not contracts.
    @SentBy({CCG_GOVERNANCE_LEAD, SYSTEM})
    record AdmitPractice(CcgCode ccg, PracticeCode practice, @Nullable ContractType contract)
            implements MembershipCommand {}

    /// The practice leaves one group and joins the other on the same day.
    ///
    /// `approvals` name the agreement of those of the two groups and the Board that do not send it.
    /// Their subject is the step `TRANSFER_PRACTICE` of the practice, for the receiving group.
    @SentBy({CCG_GOVERNANCE_LEAD, BOARD_OFFICER})
    record TransferPractice(
            PracticeCode practice, CcgCode fromCcg, CcgCode toCcg, List<ApprovalId> approvals)
            implements MembershipCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return fromCcg.equals(toCcg)
                    ? List.of(new FieldError("/toCcg", "is another group than /fromCcg"))
                    : List.of();
        }
    }

    @SentBy(CCG_GOVERNANCE_LEAD)
    record RemovePractice(CcgCode ccg, PracticeCode practice, EndCause cause)
            implements MembershipCommand {}

    /// The group has ceased to exist: the practice passes to the one that takes its place, or its
    /// membership ends.
    @SentBy(SYSTEM)
    record NovateMembership(CcgCode ccg, PracticeCode practice) implements MembershipCommand {}
}
