package org.ccgledger.command.cocommissioning;

import static org.ccgledger.events.Role.AREA_TEAM;
import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.jspecify.annotations.Nullable;

/// What can be asked for about co-commissioning, in the order a reader meets it.
public sealed interface CoCommissioningCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// A group applies for delegation or to commission jointly; greater involvement needs no
    /// approval.
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record ApplyForCoCommissioning(
            CcgCode ccg,
            RoundName round,
            CoCommissioningLevel level,
            VariationId constitutionVariation,
            DocRef conflictsPolicy,
            DocRef financialPlan)
            implements CoCommissioningCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return level == CoCommissioningLevel.GREATER_INVOLVEMENT
                    ? List.of(new FieldError("/level", "is JOINT or DELEGATED"))
                    : List.of();
        }
    }

    /// Conditional where conditions are listed.
    @SentBy(BOARD_AUTHORISATION)
    record ApproveCoCommissioning(
            CcgCode ccg, CoCommissioningId application, List<String> conditions)
            implements CoCommissioningCommand {}

    @SentBy(BOARD_AUTHORISATION)
    record DeclineCoCommissioning(CcgCode ccg, CoCommissioningId application)
            implements CoCommissioningCommand {}

    /// `condition` is its number within the approval.
    @SentBy(BOARD_AUTHORISATION)
    record DischargeApprovalCondition(CcgCode ccg, CoCommissioningId application, int condition)
            implements CoCommissioningCommand {}

    /// NHS Act 2006 s.13Z: the group or the Board sends it, and names the other's approval.
    ///
    /// @param functions that the group is to exercise
    /// @param reserved functions that stay with the Board
    /// @param from the 1 April from which it is to
    @SentBy({CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER})
    record SignDelegationAgreement(
            CcgCode ccg,
            List<FunctionCode> functions,
            List<FunctionCode> reserved,
            LocalDate from,
            List<ApprovalId> approvals)
            implements CoCommissioningCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (functions.isEmpty()) {
                errors.add(new FieldError("/functions", "name at least one"));
            }
            if (!isFirstOfApril(from)) {
                errors.add(new FieldError("/from", "is a 1 April"));
            }
            return errors;
        }
    }

    /// The day has come from which the group is to exercise the functions.
    @SentBy({SYSTEM, BOARD_OFFICER})
    record StartDelegation(CcgCode ccg) implements CoCommissioningCommand {}

    /// The group and the Board act by a joint committee of both.
    @SentBy({CCG_ACCOUNTABLE_OFFICER, AREA_TEAM})
    record StartJointArrangement(CcgCode ccg, JointCommitteeId jointCommittee)
            implements CoCommissioningCommand {}

    /// The group is no longer a member of the committee.
    @SentBy(SYSTEM)
    record EndJointArrangement(CcgCode ccg, JointCommitteeId jointCommittee)
            implements CoCommissioningCommand {}

    /// The group takes the place of one that has ceased to exist, at its level and on its terms.
    @SentBy(SYSTEM)
    record TakeOverCoCommissioning(CcgCode ccg, CcgCode from) implements CoCommissioningCommand {}

    @SentBy({CCG_ACCOUNTABLE_OFFICER, AREA_TEAM})
    record RecordGreaterInvolvement(CcgCode ccg) implements CoCommissioningCommand {}

    /// The group gives a delegation back.
    ///
    /// @param endsOn the first day on which it no longer exercises the functions; the coming 1
    ///   April if it is left out
    /// @param approvals the Board's, where the day needs it
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record GiveDelegationNotice(CcgCode ccg, @Nullable LocalDate endsOn, List<ApprovalId> approvals)
            implements CoCommissioningCommand {}

    /// The day has come that the notice names.
    @SentBy(SYSTEM)
    record EndDelegation(CcgCode ccg) implements CoCommissioningCommand {}

    /// A later audit of the group's governance failed.
    @SentBy(SYSTEM)
    record RecordDelegationAssuranceLost(CcgCode ccg, GovernanceAuditId audit)
            implements CoCommissioningCommand {}

    /// Decisions may be taken despite the audit that failed.
    ///
    /// @param until the last day on which they may
    @SentBy(BOARD_AUTHORISATION)
    record OverrideAssuranceBlock(CcgCode ccg, LocalDate until) implements CoCommissioningCommand {}

    /// The functions are the Board's again from that day on.
    @SentBy(BOARD_AUTHORISATION)
    record RevokeDelegationAgreement(CcgCode ccg) implements CoCommissioningCommand {}

    static boolean isFirstOfApril(LocalDate day) {
        return day.getMonth() == Month.APRIL && day.getDayOfMonth() == 1;
    }
}
