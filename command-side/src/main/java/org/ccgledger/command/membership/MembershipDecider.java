package org.ccgledger.command.membership;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.Approvals;
import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.Memberships;
import org.ccgledger.command.boundaries.Settled;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.membership.Membership.Ended;
import org.ccgledger.command.membership.Membership.NotMember;
import org.ccgledger.command.membership.Membership.Transferred;
import org.ccgledger.command.membership.MembershipCommand.AdmitPractice;
import org.ccgledger.command.membership.MembershipCommand.NovateMembership;
import org.ccgledger.command.membership.MembershipCommand.RemovePractice;
import org.ccgledger.command.membership.MembershipCommand.TransferPractice;
import org.ccgledger.command.membership.MembershipRefusal.MembershipGap;
import org.ccgledger.command.membership.MembershipRefusal.PracticeAlreadyMember;
import org.ccgledger.command.membership.MembershipRefusal.TooFewMembers;
import org.ccgledger.command.membership.MembershipRefusal.TransferNotApproved;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;

/// Decides on memberships. The boundary is one practice contract.
public final class MembershipDecider {

    /// The decisions of membership.
    public static final Decider<MembershipCommand, ?> DECIDER =
            Decider.of(
                            MembershipCommand.class,
                            command -> StreamName.membership(command.practice()))
                    .<Membership, MembershipEvent>state(
                            new NotMember(), MembershipEvent.class, Membership::evolve)
                    .deciding(MembershipDecider::decide);

    private static final int FEWEST_MEMBERS = 2;

    private MembershipDecider() {}

    private static Decision decide(MembershipCommand command, Membership state, Context context) {
        return switch (command) {
            case AdmitPractice admit -> admit(admit, state, context);
            case TransferPractice transfer -> transfer(transfer, state, context);
            case RemovePractice removal -> remove(removal, state, context);
            case NovateMembership novate -> novate(novate, state, context);
        };
    }

    /// What the practice applied with becomes its membership, so the claim of the group's own
    /// application does not stand in its way.
    private static Decision admit(AdmitPractice command, Membership state, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(
                    "%s is not established on %s".formatted(command.ccg(), context.effectiveOn()));
        }
        if (state.isOf(command.ccg())) {
            return unchanged();
        }
        return Claims.holderOf(command.practice(), context.reads())
                .filter(holder -> !holder.equals(command.ccg()))
                .map(holder -> refuse(new PracticeAlreadyMember(command.practice(), holder)))
                .orElseGet(() ->
                        accept(
                                new PracticeAdmitted(
                                        command.practice(),
                                        command.ccg(),
                                        command.contract(),
                                        context.effectiveOn())));
    }

    private static Decision transfer(TransferPractice command, Membership state, Context context) {
        if (state instanceof Transferred(var from, var to, _)
                && from.equals(command.fromCcg())
                && to.equals(command.toCcg())) {
            return unchanged();
        }
        LocalDate on = context.effectiveOn();
        if (!state.isOf(command.fromCcg(), on)
                || !Groups.isEstablished(command.toCcg(), on, context.reads())) {
            return refuse(new MembershipGap(command.fromCcg(), command.toCcg(), on));
        }
        Set<BodyRef> missing = missingApprovals(command, context);
        if (!missing.isEmpty()) {
            return refuse(new TransferNotApproved(missing));
        }
        return tooFew(command.practice(), command.fromCcg(), context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new PracticeTransferred(
                                        command.practice(),
                                        command.fromCcg(),
                                        command.toCcg(),
                                        on)));
    }

    private static Set<BodyRef> missingApprovals(TransferPractice command, Context context) {
        Set<BodyRef> others =
                new HashSet<>(
                        List.of(
                                BodyRef.ccg(command.fromCcg()),
                                BodyRef.ccg(command.toCcg()),
                                BodyRef.BOARD));
        others.remove(context.actor().body());
        return Approvals.missing(
                others,
                command.approvals(),
                new ApprovalSubject(
                        ApprovedStep.TRANSFER_PRACTICE, command.toCcg(), command.practice()),
                context);
    }

    /// N5: when a practice closes its membership ends with it, whatever that leaves.
    @Upholds(
            id = "N5",
            title = "The closing of a practice ends its membership, whatever that leaves")
    private static Decision remove(RemovePractice command, Membership state, Context context) {
        if (state instanceof Ended(var ccg, var cause)
                && ccg.equals(command.ccg())
                && cause == command.cause()) {
            return unchanged();
        }
        if (!state.isOf(command.ccg())) {
            return notFound(
                    "%s is not a member of %s".formatted(command.practice(), command.ccg()));
        }
        Optional<TooFewMembers> tooFew =
                command.cause() == EndCause.CLOSED
                        ? Optional.empty()
                        : tooFew(command.practice(), command.ccg(), context);
        return tooFew.map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new PracticeMembershipEnded(
                                        command.practice(),
                                        command.ccg(),
                                        command.cause(),
                                        context.effectiveOn())));
    }

    /// K10. Who became a member elsewhere, or nowhere, stays so.
    private static Decision novate(NovateMembership command, Membership state, Context context) {
        LocalDate on = context.effectiveOn();
        if (!state.isOf(command.ccg())) {
            return unchanged();
        }
        return Settled.of(command.ccg(), MatterKind.PRACTICE, command.practice().value(), context)
                .map(settlement -> novated(command, settlement, on))
                .orElseGet(Decision::unchanged);
    }

    private static Decision novated(NovateMembership command, Settlement settlement, LocalDate on) {
        BodyRef successor = settlement.successor();
        return accept(
                successor != null && successor.isCcg()
                        ? new PracticeTransferred(
                                command.practice(),
                                command.ccg(),
                                new CcgCode(successor.code()),
                                on)
                        : new PracticeMembershipEnded(
                                command.practice(), command.ccg(), EndCause.GROUP_CEASED, on));
    }

    private static Optional<TooFewMembers> tooFew(
            PracticeCode leaving, CcgCode ccg, Context context) {
        int remaining =
                Memberships.fewestBeside(leaving, ccg, context.effectiveOn(), context.reads());
        return remaining < FEWEST_MEMBERS
                ? Optional.of(new TooFewMembers(ccg, remaining))
                : Optional.empty();
    }
}
