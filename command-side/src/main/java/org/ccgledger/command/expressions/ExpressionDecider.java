package org.ccgledger.command.expressions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Expressions;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.expressions.Expression.Aspect;
import org.ccgledger.command.expressions.Expression.Assessment;
import org.ccgledger.command.expressions.Expression.None;
import org.ccgledger.command.expressions.Expression.Opened;
import org.ccgledger.command.expressions.Expression.Submitted;
import org.ccgledger.command.expressions.ExpressionCommand.*;
import org.ccgledger.command.expressions.ExpressionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.expressions.ExpressionEvent;
import org.ccgledger.events.expressions.ExpressionEvent.*;

/// Decides on rounds of co-commissioning and on expressions of interest. The boundary is one round,
/// or one expression.
public final class ExpressionDecider {

    /// The decisions on rounds and expressions of interest.
    public static final Decider<ExpressionCommand, ?> DECIDER =
            Decider.of(ExpressionCommand.class, ExpressionDecider::stream)
                    .<Expression, ExpressionEvent>state(
                            new None(), ExpressionEvent.class, Expression::evolve)
                    .deciding(ExpressionDecider::decide);

    private ExpressionDecider() {}

    private static StreamName stream(ExpressionCommand command) {
        return switch (command) {
            case OpenCoCommissioningRound open -> StreamName.round(open.round());
            case SubmitExpressionOfInterest submit -> StreamName.expression(submit.expression());
            case CategoriseExpression categorise -> StreamName.expression(categorise.expression());
            case AssessReadiness assess -> StreamName.expression(assess.expression());
            case TestConflictsCover test -> StreamName.expression(test.expression());
            case WithdrawExpression withdraw -> StreamName.expression(withdraw.expression());
        };
    }

    private static Decision decide(ExpressionCommand command, Expression state, Context context) {
        return switch (command) {
            case OpenCoCommissioningRound open -> open(open, state, context);
            case SubmitExpressionOfInterest submit -> submit(submit, state, context);
            case CategoriseExpression categorise ->
                    whenSubmitted(
                            categorise.expression(),
                            state,
                            submitted -> categorise(categorise, submitted, context));
            case AssessReadiness assess ->
                    whenSubmitted(
                            assess.expression(),
                            state,
                            submitted -> assess(assess, submitted, context));
            case TestConflictsCover test ->
                    whenSubmitted(
                            test.expression(), state, submitted -> test(test, submitted, context));
            case WithdrawExpression withdraw ->
                    state instanceof Submitted submitted
                            ? withdraw(withdraw, submitted, context)
                            : notSubmitted(withdraw.expression());
        };
    }

    private static Decision open(
            OpenCoCommissioningRound command, Expression state, Context context) {
        return switch (state) {
            case Opened(var before) ->
                    before.deadlines().equals(command.deadlines())
                            ? unchanged()
                            : refuse(new CodeInUse(command.round()));
            case None _, Submitted _ ->
                    accept(
                            new RoundOpened(
                                    command.round(), command.deadlines(), context.effectiveOn()));
        };
    }

    private static Decision submit(
            SubmitExpressionOfInterest command, Expression state, Context context) {
        Optional<RoundOpened> round = Expressions.round(command.round(), context.reads());
        if (round.isEmpty()) {
            return notFound("No round " + command.round() + " has been opened");
        }
        BodyRef sender = context.actor().body();
        if (!command.ccgs().isEmpty()
                && command.ccgs().stream().map(BodyRef::ccg).noneMatch(sender::equals)) {
            return refuse(new ActorNotOfThisBody(sender));
        }
        if (state instanceof Submitted(var before, _, _, _, _, _) && isSame(before, command)) {
            return unchanged();
        }
        return refusal(command, round.get(), state, context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new ExpressionOfInterestSubmitted(
                                        command.expression(),
                                        command.round(),
                                        sender.asCcg().orElseThrow(),
                                        command.ccgs(),
                                        command.levels(),
                                        command.statement(),
                                        context.effectiveOn().isAfter(lastDay(round.get())),
                                        context.effectiveOn())));
    }

    private static boolean isSame(
            ExpressionOfInterestSubmitted before, SubmitExpressionOfInterest now) {
        return before.round().equals(now.round())
                && before.ccgs().equals(now.ccgs())
                && before.levels().equals(now.levels())
                && before.statement().equals(now.statement());
    }

    private static Optional<ExpressionRefusal> refusal(
            SubmitExpressionOfInterest command,
            RoundOpened round,
            Expression state,
            Context context) {
        LocalDate on = context.effectiveOn();
        Optional<CcgCode> notThere =
                command.ccgs().stream()
                        .filter(ccg -> !Operation.isOperational(ccg, on, context.reads()))
                        .findFirst();
        if (notThere.isPresent()) {
            return Optional.of(new CCGNotOperational(notThere.get(), on));
        }
        if (command.ccgs().isEmpty()) {
            return Optional.of(new EOIEmpty("ccgs"));
        }
        if (command.levels().isEmpty()) {
            return Optional.of(new EOIEmpty("levels"));
        }
        if (on.isBefore(round.effectiveOn()) || (on.isAfter(lastDay(round)) && !command.isLate())) {
            return Optional.of(
                    new EOIWindowClosed(command.round(), round.effectiveOn(), lastDay(round)));
        }
        return state instanceof None
                ? Optional.empty()
                : Optional.of(new CodeInUse(command.expression()));
    }

    private static LocalDate lastDay(RoundOpened round) {
        return round.deadlines().expressions();
    }

    private static Decision categorise(
            CategoriseExpression command, Submitted state, Context context) {
        if (command.levels().isEmpty()) {
            return refuse(new EOIEmpty("levels"));
        }
        return state.categorised() && state.levels().equals(command.levels())
                ? unchanged()
                : accept(
                        new ExpressionCategorised(
                                command.expression(),
                                List.copyOf(state.ccgs()),
                                command.levels(),
                                context.effectiveOn()));
    }

    /// P3: how ready a group is says nothing about the level that it wants, and the other way
    /// round.
    @Upholds(id = "P3", title = "Readiness is said of each group at each level, whatever the level")
    private static Decision assess(AssessReadiness command, Submitted state, Context context) {
        if (!state.ccgs().contains(command.ccg()) || !state.levels().contains(command.level())) {
            return notFound(
                    "%s does not express interest of %s in %s"
                            .formatted(command.expression(), command.ccg(), command.level()));
        }
        Assessment before = state.readiness().get(new Aspect(command.ccg(), command.level()));
        return new Assessment(command.readiness(), command.asAt()).equals(before)
                ? unchanged()
                : accept(
                        new ReadinessAssessed(
                                command.expression(),
                                command.ccg(),
                                command.level(),
                                command.readiness(),
                                command.asAt(),
                                context.effectiveOn()));
    }

    private static Decision test(TestConflictsCover command, Submitted state, Context context) {
        if (!state.ccgs().contains(command.ccg())) {
            return notFound(command.expression() + " is not of " + command.ccg());
        }
        ConflictsCoverTested before = state.tested().get(command.ccg());
        return before != null
                        && before.result() == command.result()
                        && before.notes().equals(command.notes())
                ? unchanged()
                : accept(
                        new ConflictsCoverTested(
                                command.expression(),
                                command.ccg(),
                                command.result(),
                                command.notes(),
                                context.effectiveOn()));
    }

    private static Decision withdraw(WithdrawExpression command, Submitted state, Context context) {
        CcgCode who = command.ccg() == null ? state.submission().submittedBy() : command.ccg();
        if (!context.actor().body().equals(BodyRef.ccg(who))) {
            return refuse(new ActorNotOfThisBody(context.actor().body()));
        }
        if (!state.submission().ccgs().contains(who)) {
            return notFound(command.expression() + " is not of " + who);
        }
        List<CcgCode> leaving =
                command.ccg() == null
                        ? List.copyOf(state.ccgs())
                        : state.ccgs().stream().filter(who::equals).toList();
        return leaving.isEmpty()
                ? unchanged()
                : accept(
                        new ExpressionWithdrawn(
                                command.expression(), leaving, context.effectiveOn()));
    }

    /// What the steps of an expression that is not withdrawn have to say.
    private interface Step {
        Decision decide(Submitted submitted);
    }

    private static Decision whenSubmitted(ExpressionId expression, Expression state, Step step) {
        return switch (state) {
            case None _, Opened _ -> notSubmitted(expression);
            case Submitted submitted when submitted.ccgs().isEmpty() ->
                    notFound(expression + " has been withdrawn");
            case Submitted submitted -> step.decide(submitted);
        };
    }

    private static Decision notSubmitted(ExpressionId expression) {
        return notFound(expression + " has not been submitted");
    }
}
