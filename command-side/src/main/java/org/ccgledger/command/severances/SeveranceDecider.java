package org.ccgledger.command.severances;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.severances.Severance.Approved;
import org.ccgledger.command.severances.Severance.By;
import org.ccgledger.command.severances.Severance.Draft;
import org.ccgledger.command.severances.Severance.NotDrafted;
import org.ccgledger.command.severances.Severance.Refused;
import org.ccgledger.command.severances.Severance.Signed;
import org.ccgledger.command.severances.Severance.Submitted;
import org.ccgledger.command.severances.Severance.Terms;
import org.ccgledger.command.severances.SeveranceCommand.*;
import org.ccgledger.command.severances.SeveranceRefusal.*;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.severances.ClauseKind;
import org.ccgledger.events.severances.SeveranceEvent;
import org.ccgledger.events.severances.SeveranceEvent.*;

/// Decides on agreements on leaving. The boundary is one agreement.
public final class SeveranceDecider {

    /// W7: the Secretary of State announced on that day what is to be clear before anything is
    /// signed off. What is dated before is recorded only.
    static final LocalDate CONTROLLED_FROM = LocalDate.of(2013, 3, 14);

    /// The decisions on agreements on leaving.
    public static final Decider<SeveranceCommand, ?> DECIDER =
            Decider.of(SeveranceCommand.class, command -> StreamName.severance(command.severance()))
                    .<Severance, SeveranceEvent>state(
                            new NotDrafted(), SeveranceEvent.class, Severance::evolve)
                    .deciding(SeveranceDecider::decide);

    private SeveranceDecider() {}

    private static Decision decide(SeveranceCommand command, Severance state, Context context) {
        return switch (command) {
            case DraftSeveranceAgreement draft -> draft(draft, state, context);
            case SeveranceCommand _ when !isOf(command, state) ->
                    notFound(command.employer() + " has not drafted " + command.severance());
            case SubmitSeverance submit -> submit(submit, state, context);
            case ReturnSeverance giveBack -> giveBack(giveBack, state, context);
            case ApproveSeveranceDH approve -> approve(approve, state, context);
            case ApproveSeveranceHMT approve -> approve(approve, state, context);
            case RefuseSeverance refusal -> refuseForGood(refusal, state, context);
            case SignSeverance sign -> sign(sign, state, context);
        };
    }

    private static boolean isOf(SeveranceCommand command, Severance state) {
        return state.drafted()
                .filter(terms -> terms.employer().equals(command.employer()))
                .isPresent();
    }

    @Upholds(id = "W7", title = "What is dated before 14 March 2013 is recorded only")
    private static boolean isControlled(Context context) {
        return !context.effectiveOn().isBefore(CONTROLLED_FROM);
    }

    private static Decision draft(
            DraftSeveranceAgreement command, Severance state, Context context) {
        Terms terms =
                Terms.of(
                        command.employer(),
                        command.employee(),
                        command.payment(),
                        command.clauses(),
                        command.agreement());
        Optional<Terms> before = state.drafted();
        if (before.filter(terms::equals).isPresent()) {
            return unchanged();
        }
        boolean isAnothers =
                before.filter(last ->
                                !last.employer().equals(terms.employer())
                                        || !last.employee().equals(terms.employee()))
                        .isPresent();
        if (isAnothers) {
            return refuse(new CodeInUse(command.severance()));
        }
        return switch (state) {
            case Approved _, Signed _ ->
                    refuse(new ClausesChangedAfterApproval(command.severance()));
            case Refused(_, var since) -> refuse(new AlreadyDecided(since));
            case NotDrafted _, Draft _, Submitted _ ->
                    accept(
                            new SeveranceDrafted(
                                    command.severance(),
                                    command.employer(),
                                    command.employee(),
                                    command.payment(),
                                    command.clauses(),
                                    command.agreement(),
                                    context.effectiveOn()));
        };
    }

    private static Decision submit(SubmitSeverance command, Severance state, Context context) {
        SeveranceSubmitted submitted =
                new SeveranceSubmitted(
                        command.severance(),
                        command.employer(),
                        command.employeeInformedOn(),
                        context.effectiveOn());
        return switch (state) {
            case NotDrafted _ -> notFound("Nothing was drafted");
            case Draft _ -> accept(submitted);
            case Submitted(_, var informedOn) ->
                    Objects.equals(informedOn, command.employeeInformedOn())
                            ? unchanged()
                            : accept(submitted);
            case Approved(_, _, var since) -> refuse(new AlreadyDecided(since));
            case Refused(_, var since) -> refuse(new AlreadyDecided(since));
            case Signed(_, var since) -> refuse(new AlreadyDecided(since));
        };
    }

    private static Decision giveBack(ReturnSeverance command, Severance state, Context context) {
        return switch (state) {
            case NotDrafted _ -> notFound("Nothing was drafted");
            case Draft _ -> refuse(new NotSubmitted(command.severance()));
            case Submitted _ ->
                    context.hasReasons()
                            ? accept(
                                    new SeveranceReturned(
                                            command.severance(),
                                            command.employer(),
                                            command.cause(),
                                            context.effectiveOn()))
                            : refuse(new ReasonsRequired());
            case Approved(_, _, var since) -> refuse(new AlreadyDecided(since));
            case Refused(_, var since) -> refuse(new AlreadyDecided(since));
            case Signed(_, var since) -> refuse(new AlreadyDecided(since));
        };
    }

    private static Decision approve(ApproveSeveranceDH command, Severance state, Context context) {
        return switch (state) {
            case NotDrafted _ -> notFound("Nothing was drafted");
            case Draft _ -> refuse(new NotSubmitted(command.severance()));
            case Submitted(var terms, var informedOn) -> {
                boolean isInformed =
                        informedOn != null && !informedOn.isAfter(context.effectiveOn());
                yield unclear(terms, isInformed)
                        .filter(_ -> isControlled(context))
                        .map(Decision::refuse)
                        .orElseGet(() ->
                                accept(
                                        new SeveranceApprovedByDH(
                                                command.severance(),
                                                command.employer(),
                                                context.effectiveOn())));
            }
            case Approved _, Signed _ -> unchanged();
            case Refused(_, var since) -> refuse(new AlreadyDecided(since));
        };
    }

    /// W1 to W3.
    private static Optional<SeveranceRefusal> unclear(Terms terms, boolean isInformed) {
        List<Integer> gagging = terms.numbersOf(ClauseKind.PREVENTS_PROTECTED_DISCLOSURE);
        if (!gagging.isEmpty()) {
            return Optional.of(new GaggingClausePresent(gagging));
        }
        if (terms.numbersOf(ClauseKind.STATES_RIGHT_TO_DISCLOSE).isEmpty()) {
            return Optional.of(new WhistleblowingStatementMissing());
        }
        return isInformed ? Optional.empty() : Optional.of(new EmployeeNotInformed());
    }

    private static Decision approve(ApproveSeveranceHMT command, Severance state, Context context) {
        return switch (state) {
            case NotDrafted _ -> notFound("Nothing was drafted");
            case Approved(_, var by, _) ->
                    by == By.TREASURY
                            ? unchanged()
                            : accept(
                                    new SeveranceApprovedByTreasury(
                                            command.severance(),
                                            command.employer(),
                                            context.effectiveOn()));
            case Draft _, Submitted _ -> refuse(new NotApproved(command.severance()));
            case Refused(_, var since) -> refuse(new AlreadyDecided(since));
            case Signed(_, var since) -> refuse(new AlreadyDecided(since));
        };
    }

    private static Decision refuseForGood(
            RefuseSeverance command, Severance state, Context context) {
        return switch (state) {
            case NotDrafted _ -> notFound("Nothing was drafted");
            case Draft _ -> refuse(new NotSubmitted(command.severance()));
            case Submitted _, Approved _ ->
                    context.hasReasons()
                            ? accept(
                                    new SeveranceRefused(
                                            command.severance(),
                                            command.employer(),
                                            context.effectiveOn()))
                            : refuse(new ReasonsRequired());
            case Refused _ -> unchanged();
            case Signed(_, var since) -> refuse(new AlreadyDecided(since));
        };
    }

    private static Decision sign(SignSeverance command, Severance state, Context context) {
        if (state instanceof Signed(var terms, var since)) {
            return terms.isIn(command.agreement())
                    ? unchanged()
                    : refuse(new AlreadyDecided(since));
        }
        return state.drafted()
                .flatMap(terms -> unsigned(command, terms, state))
                .filter(_ -> isControlled(context))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new SeveranceSigned(
                                        command.severance(),
                                        command.employer(),
                                        command.agreement(),
                                        context.effectiveOn())));
    }

    /// W4 to W6.
    private static Optional<SeveranceRefusal> unsigned(
            SignSeverance command, Terms terms, Severance state) {
        Optional<By> approvedBy =
                state instanceof Approved(_, var by, _) ? Optional.of(by) : Optional.empty();
        if (!terms.payment().special().isZero()
                && approvedBy.filter(by -> by == By.TREASURY).isEmpty()) {
            return Optional.of(new TreasuryApprovalRequired(terms.payment().special()));
        }
        if (approvedBy.isEmpty()) {
            return Optional.of(new NotApproved(command.severance()));
        }
        return terms.isIn(command.agreement())
                ? Optional.empty()
                : Optional.of(new ClausesChangedAfterApproval(command.severance()));
    }
}
