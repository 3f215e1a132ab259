package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;

import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.jointcommittees.JointCommittee.Dissolved;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommittee.NotProposed;
import org.ccgledger.command.jointcommittees.JointCommittee.Proposed;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.NovateJointMembership;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.ActorNotOfThisBody;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.AgreementNotGivenByCCG;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;

/// Decides on joint committees. The boundary is one committee with its invitations, terms and
/// members; what a member's constitution permits, which functions it exercises and which powers are
/// in force is read of other boundaries.
public final class JointCommitteeDecider {

    /// The decisions on joint committees.
    public static final Decider<JointCommitteeCommand, ?> DECIDER =
            Decider.of(
                            JointCommitteeCommand.class,
                            command -> StreamName.jointCommittee(command.jointCommittee()))
                    .<JointCommittee, JointCommitteeEvent>state(
                            new NotProposed(), JointCommitteeEvent.class, JointCommittee::evolve)
                    .deciding(JointCommitteeDecider::decide);

    private JointCommitteeDecider() {}

    private static Decision decide(
            JointCommitteeCommand command, JointCommittee state, Context context) {
        return switch (command) {
            case ProposeJointCommittee propose -> Invitations.propose(propose, state, context);
            case AgreeToJoin agree ->
                    notItsOwn(agree.member(), context)
                            .orElseGet(() -> Invitations.agree(agree, state, context));
            case DeclineToJoin decline ->
                    notItsOwn(decline.member(), context)
                            .orElseGet(() -> Invitations.decline(decline, state, context));
            case FormJointCommittee form -> Invitations.form(form, state, context);
            case VaryJointTerms vary -> Variations.propose(vary, state, context);
            case AgreeJointTerms agree ->
                    notItsOwn(agree.member(), context)
                            .orElseGet(() ->
                                    whenFormed(
                                            agree,
                                            state,
                                            formed -> Variations.agree(agree, formed, context)));
            case ReserveMatter reserve ->
                    whenFormed(
                            reserve, state, formed -> Variations.reserve(reserve, formed, context));
            case GiveNoticeToWithdraw notice -> Departures.giveNotice(notice, state, context);
            case WithdrawFromJointCommittee withdraw ->
                    Departures.withdraw(withdraw, state, context);
            case AdmitJointMember admit ->
                    whenFormed(admit, state, formed -> Admissions.admit(admit, formed, context));
            case DissolveJointCommittee dissolve -> Departures.dissolve(dissolve, state, context);
            case ConvertCommitteesInCommon convert -> Conversions.convert(convert, state, context);
            case ReviewJointMembership review -> Suspensions.review(review, state, context);
            case NovateJointMembership novate -> Departures.novate(novate, state, context);
        };
    }

    /// J4: a group speaks by its accountable officer or chair, the Board by its officers, and
    /// nobody for another.
    private static Optional<Decision> notItsOwn(BodyRef member, Context context) {
        boolean speaks =
                member.equals(BodyRef.BOARD)
                        ? context.actsAs(Role.BOARD_OFFICER)
                        : context.actsAs(Role.CCG_ACCOUNTABLE_OFFICER)
                                || context.actsAs(Role.GOVERNING_BODY_CHAIR);
        return speaks && context.actor().body().equals(member)
                ? Optional.empty()
                : Optional.of(refuse(new AgreementNotGivenByCCG(member, context.actor().body())));
    }

    /// What the steps of a committee that exists have to say.
    interface Step {
        Decision decide(Formed formed);
    }

    static Decision whenFormed(JointCommitteeCommand command, JointCommittee state, Step step) {
        return switch (state) {
            case NotProposed _, Proposed _ ->
                    notFound(command.jointCommittee() + " has not been formed");
            case Formed formed -> step.decide(formed);
            case Dissolved _ -> notFound(command.jointCommittee() + " has been dissolved");
        };
    }

    /// The refusal of whoever is none of the parties.
    static Optional<Decision> notAmong(Set<BodyRef> parties, Context context) {
        BodyRef body = context.actor().body();
        return parties.contains(body)
                ? Optional.empty()
                : Optional.of(refuse(new ActorNotOfThisBody(body)));
    }
}
