package org.ccgledger.command.jointcommittees;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.jointcommittees.JointPower;
import org.jspecify.annotations.Nullable;

/// What can be asked for about joint committees, in the order a reader meets it.
///
/// Where a command names a `ccg`, that group is the member that acts; without it the Board does.
public sealed interface JointCommitteeCommand extends Command {

    JointCommitteeId jointCommittee();

    /// Who may send it depends on who the members are, unless the command says otherwise.
    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    private static BodyRef member(@Nullable CcgCode ccg) {
        return ccg == null ? BodyRef.BOARD : BodyRef.ccg(ccg);
    }

    /// NHS Act 2006 s.14Z3, s.14Z9 and s.13Z. `members` are invited, and each answers for itself.
    @SentBy({CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER})
    record ProposeJointCommittee(
            JointCommitteeId jointCommittee,
            String name,
            JointPower power,
            List<BodyRef> members,
            DraftTerms terms)
            implements JointCommitteeCommand {

        List<BodyRef> distinctMembers() {
            return members.stream().distinct().toList();
        }

        @Override
        public Set<BodyRef> senders() {
            return Set.copyOf(members);
        }

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                BodyRef member = members.get(i);
                if (!member.isCcg() && !member.equals(BodyRef.BOARD)) {
                    errors.add(new FieldError("/members/" + i, "is a group or the Board"));
                }
            }
            if (power == JointPower.S14Z3 && members.contains(BodyRef.BOARD)) {
                errors.add(new FieldError("/power", "is for groups alone; S14Z9 adds the Board"));
            }
            return errors;
        }
    }

    /// A member's own agreement to one version of the terms; `decision` is where it took it.
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, GOVERNING_BODY_CHAIR, BOARD_OFFICER},
            leftToRule = true,
            bodyLeftToRule = true)
    record AgreeToJoin(
            JointCommitteeId jointCommittee,
            @Nullable CcgCode ccg,
            int termsVersion,
            DocRef decision,
            @Nullable String conditions)
            implements JointCommitteeCommand {
        BodyRef member() {
            return JointCommitteeCommand.member(ccg);
        }
    }

    /// Also takes back an agreement before the committee is formed. Reasons may stand beside it,
    /// and need not.
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, GOVERNING_BODY_CHAIR, BOARD_OFFICER},
            leftToRule = true,
            bodyLeftToRule = true)
    record DeclineToJoin(JointCommitteeId jointCommittee, @Nullable CcgCode ccg)
            implements JointCommitteeCommand {
        BodyRef member() {
            return JointCommitteeCommand.member(ccg);
        }
    }

    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER, SYSTEM},
            bodyLeftToRule = true)
    record FormJointCommittee(JointCommitteeId jointCommittee) implements JointCommitteeCommand {}

    /// Proposes the next version of the terms, before the committee is formed or after.
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER},
            bodyLeftToRule = true)
    record VaryJointTerms(JointCommitteeId jointCommittee, DraftTerms terms)
            implements JointCommitteeCommand {}

    /// A member's own agreement to a variation, which takes effect with the last of them.
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER},
            leftToRule = true,
            bodyLeftToRule = true)
    record AgreeJointTerms(
            JointCommitteeId jointCommittee,
            @Nullable CcgCode ccg,
            int termsVersion,
            DocRef decision)
            implements JointCommitteeCommand {
        BodyRef member() {
            return JointCommitteeCommand.member(ccg);
        }
    }

    /// The member keeps a matter to itself.
    @SentBy(value = CCG_ACCOUNTABLE_OFFICER, forOwnBody = true)
    record ReserveMatter(JointCommitteeId jointCommittee, CcgCode ccg, String matter)
            implements JointCommitteeCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.ccg(ccg));
        }
    }

    /// Withdrawal is always possible, after the notice in the terms that the member agreed to.
    ///
    /// @param leavesOn the first day on which it is no longer a member
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER},
            forOwnBody = true)
    record GiveNoticeToWithdraw(
            JointCommitteeId jointCommittee, @Nullable CcgCode ccg, LocalDate leavesOn)
            implements JointCommitteeCommand {
        BodyRef member() {
            return JointCommitteeCommand.member(ccg);
        }

        @Override
        public Set<BodyRef> senders() {
            return Set.of(member());
        }
    }

    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER, SYSTEM},
            forOwnBody = true)
    record WithdrawFromJointCommittee(JointCommitteeId jointCommittee, @Nullable CcgCode ccg)
            implements JointCommitteeCommand {
        BodyRef member() {
            return JointCommitteeCommand.member(ccg);
        }

        @Override
        public Set<BodyRef> senders() {
            return Set.of(member(), Actor.SYSTEM.body());
        }
    }

    /// Sent by every member and by `ccg`, the newcomer, each for itself; the last one admits it.
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER},
            bodyLeftToRule = true)
    record AdmitJointMember(
            JointCommitteeId jointCommittee, CcgCode ccg, int termsVersion, DocRef decision)
            implements JointCommitteeCommand {
        BodyRef newcomer() {
            return BodyRef.ccg(ccg);
        }
    }

    /// Sent by members, each for itself, until as many agree as the terms ask for.
    @SentBy(
            value = {CCG_ACCOUNTABLE_OFFICER, BOARD_OFFICER},
            bodyLeftToRule = true)
    record DissolveJointCommittee(JointCommitteeId jointCommittee, DocRef decision)
            implements JointCommitteeCommand {}

    /// Sent by every group whose own committee is among those named, each for itself; the last one
    /// converts them.
    @SentBy(value = CCG_ACCOUNTABLE_OFFICER, forOwnBody = true)
    record ConvertCommitteesInCommon(
            JointCommitteeId jointCommittee,
            CcgCode ccg,
            List<CommitteeId> committees,
            DocRef decision)
            implements JointCommitteeCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.ccg(ccg));
        }
    }

    /// K2: suspends a member that no longer brings what the committee exercises, or lets it return,
    /// by how things are on the day.
    @SentBy(SYSTEM)
    record ReviewJointMembership(JointCommitteeId jointCommittee, CcgCode ccg)
            implements JointCommitteeCommand {}

    /// The group has ceased to exist: its membership passes to the group that takes its place, or
    /// ends.
    @SentBy(SYSTEM)
    record NovateJointMembership(JointCommitteeId jointCommittee, CcgCode ccg)
            implements JointCommitteeCommand {}
}
