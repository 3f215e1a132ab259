package org.ccgledger.command.conditions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.conditions.ConditionCommand.*;
import org.ccgledger.command.conditions.ConditionRefusal.*;
import org.ccgledger.command.conditions.Conditions.Authorised;
import org.ccgledger.command.conditions.Conditions.BetweenReviews;
import org.ccgledger.command.conditions.Conditions.NotAuthorised;
import org.ccgledger.command.conditions.Conditions.UnderReview;
import org.ccgledger.command.conditions.Register.Condition;
import org.ccgledger.command.conditions.Register.Evidence;
import org.ccgledger.command.conditions.Register.Review;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.Role;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ReviewAction;
import org.ccgledger.events.conditions.ReviewOutcome;
import org.ccgledger.events.conditions.SupportLevel;

/// From the opening of a review to its decision, SI 2012/1631 reg 8(6) and (7).
final class Reviews {

    /// Conditions are reviewed every quarter.
    private static final int CYCLE_MONTHS = 3;

    private Reviews() {}

    static Decision open(OpenConditionReview command, Conditions state, Context context) {
        Review asked = new Review(command.review(), command.evidenceDue(), command.committeeOn());
        return switch (state) {
            case NotAuthorised _ -> ConditionDecider.notAuthorised(command);
            case UnderReview(_, var review) when review.equals(asked) -> unchanged();
            case UnderReview(_, var review) -> refuse(new ReviewAlreadyOpen(review.number()));
            case BetweenReviews(var register) when register.decided(asked.number()).isPresent() ->
                    refuse(new ReviewAlreadyOpen(asked.number()));
            case BetweenReviews _ ->
                    accept(
                            new ConditionReviewOpened(
                                    command.ccg(),
                                    command.review(),
                                    command.evidenceDue(),
                                    command.committeeOn(),
                                    context.effectiveOn()));
        };
    }

    static Decision submit(SubmitReviewEvidence command, Conditions state, Context context) {
        if (!(state instanceof UnderReview(var register, var review))
                || review.number() != command.review()) {
            return noReview(command.review());
        }
        Condition condition = register.conditions().get(command.condition());
        if (condition == null) {
            return noCondition(command.condition());
        }
        if (!condition.open()) {
            return refuse(new ConditionNotOpen(Set.of(command.condition())));
        }
        boolean known =
                command.evidence().stream()
                        .map(document ->
                                new Evidence(command.review(), command.condition(), document))
                        .allMatch(register.evidence()::contains);
        return known
                ? unchanged()
                : accept(
                        new ReviewEvidenceSubmitted(
                                command.ccg(),
                                command.review(),
                                command.condition(),
                                command.evidence(),
                                context.effectiveOn()));
    }

    static Decision decide(DecideConditionReview command, Conditions state, Context context) {
        if (!context.actsAs(Role.BOARD_AUTHORISATION)) {
            return refuse(new NotAuthorisingBody(context.actor().body()));
        }
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        Register register = authorised.register();
        if (state.openReview(command.review()).isEmpty()) {
            return register.decided(command.review())
                    .filter(decided ->
                            decided.outcomes().equals(command.outcomes())
                                    && Objects.equals(decided.next(), command.nextReview()))
                    .map(_ -> unchanged())
                    .orElseGet(() -> noReview(command.review()));
        }
        Map<ConditionId, Condition> open = register.open();
        boolean directed = Impositions.isDirected(command.ccg(), context);
        return rejection(command, register, open, directed, context)
                .map(Decision::refuse)
                .orElseGet(() -> decided(command, register, open, directed, context));
    }

    /// The rules C2, C4, C5 and C7, in that order; the first that refuses answers.
    private static Optional<ConditionRefusal> rejection(
            DecideConditionReview command,
            Register register,
            Map<ConditionId, Condition> open,
            boolean directed,
            Context context) {
        Set<ConditionId> unproven =
                command.outcomes().stream()
                        .filter(outcome -> outcome.action() == ReviewAction.REMOVE)
                        .map(ReviewOutcome::condition)
                        .filter(condition ->
                                context.evidence().isEmpty()
                                        && !register.hasEvidence(command.review(), condition))
                        .collect(Collectors.toUnmodifiableSet());
        if (!unproven.isEmpty()) {
            return Optional.of(new EvidenceRequired(unproven));
        }
        for (ReviewOutcome outcome : command.outcomes()) {
            Optional<ConditionRefusal> level = levelRejection(outcome, open, directed);
            if (level.isPresent()) {
                return level;
            }
        }
        Set<ConditionId> named =
                command.outcomes().stream()
                        .map(ReviewOutcome::condition)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!named.containsAll(open.keySet())) {
            return Optional.of(new ReviewIncomplete(without(open.keySet(), named)));
        }
        return open.keySet().containsAll(named)
                ? Optional.empty()
                : Optional.of(new ConditionNotOpen(without(named, open.keySet())));
    }

    private static Optional<ConditionRefusal> levelRejection(
            ReviewOutcome outcome, Map<ConditionId, Condition> open, boolean directed) {
        SupportLevel to = outcome.newLevel();
        Condition condition = open.get(outcome.condition());
        if (to == null || condition == null) {
            return Optional.empty();
        }
        SupportLevel from = condition.terms().level();
        if (to.compareTo(from) > 0 && to.needsDirection() && !directed) {
            return Optional.of(new DirectionRequiredForLevel(outcome.condition(), to));
        }
        String reason = outcome.reason();
        return from.needsDirection()
                        && !to.needsDirection()
                        && directed
                        && (reason == null || reason.isBlank())
                ? Optional.of(new DirectionStillInForce(outcome.condition()))
                : Optional.empty();
    }

    private static Set<ConditionId> without(Set<ConditionId> all, Set<ConditionId> some) {
        Set<ConditionId> left = new LinkedHashSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static Decision decided(
            DecideConditionReview command,
            Register register,
            Map<ConditionId, Condition> open,
            boolean directed,
            Context context) {
        List<ConditionEvent> parts = new ArrayList<>();
        int remaining = open.size();
        for (ReviewOutcome outcome : command.outcomes()) {
            Condition condition = Objects.requireNonNull(open.get(outcome.condition()));
            switch (outcome.action()) {
                case REMOVE -> {
                    remaining--;
                    parts.add(
                            new ConditionDischarged(
                                    command.ccg(),
                                    outcome.condition(),
                                    condition.terms().criterion(),
                                    command.review(),
                                    context.effectiveOn()));
                }
                case KEEP -> {}
                case VARY -> parts.addAll(varied(command, outcome, condition, context));
            }
        }
        parts.addFirst(
                new ConditionReviewDecided(
                        command.ccg(),
                        command.review(),
                        command.outcomes(),
                        remaining,
                        command.nextReview(),
                        context.effectiveOn()));
        if (remaining == 0 && !directed && register.fullSince() == null) {
            parts.add(new CCGFullyAuthorised(command.ccg(), context.effectiveOn()));
        }
        return accept(parts);
    }

    /// C3: in the reviews of 2013 conditions were removed, downgraded, and one group newly
    /// directed.
    @Upholds(id = "C3", title = "Support moves up or down from one review to the next")
    private static List<ConditionEvent> varied(
            DecideConditionReview command,
            ReviewOutcome outcome,
            Condition condition,
            Context context) {
        List<ConditionEvent> events = new ArrayList<>();
        SupportLevel level = outcome.newLevel();
        if (level != null && level != condition.terms().level()) {
            events.add(
                    new ConditionSupportLevelChanged(
                            command.ccg(),
                            outcome.condition(),
                            condition.terms().level(),
                            level,
                            command.review(),
                            context.effectiveOn()));
        }
        String text = outcome.newText();
        if (text != null && !text.equals(condition.terms().text())) {
            events.add(
                    new ConditionVaried(
                            command.ccg(),
                            outcome.condition(),
                            text,
                            command.review(),
                            context.effectiveOn()));
        }
        return events;
    }

    /// C6: the quarterly cycle of reviews.
    @Upholds(
            id = "C6",
            title =
                    "Conditions are looked at within three months, or the review is recorded as overdue")
    static Decision overdue(RecordReviewOverdue command, Conditions state, Context context) {
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        Register register = authorised.register();
        Optional<LocalDate> since =
                register.unreviewedSince()
                        .filter(day -> context.effectiveOn().isAfter(day.plusMonths(CYCLE_MONTHS)))
                        .filter(day -> !register.overdueSince().contains(day));
        return since.map(day ->
                        accept(
                                new ConditionReviewOverdue(
                                        command.ccg(), day, context.effectiveOn())))
                .orElseGet(Decision::unchanged);
    }

    static Decision full(RecordFullAuthorisation command, Conditions state, Context context) {
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        Register register = authorised.register();
        LocalDate since = register.fullSince();
        IssuedDirections directions =
                IssuedDirections.asAt(command.ccg(), context.effectiveOn(), context.reads());
        return register.open().isEmpty()
                        && !directions.isDirected(context.effectiveOn())
                        && (since == null || directions.wasDirectedAfter(since))
                ? accept(new CCGFullyAuthorised(command.ccg(), context.effectiveOn()))
                : unchanged();
    }

    static Decision noReview(int review) {
        return notFound("Review " + review + " is not open");
    }

    static Decision noCondition(ConditionId condition) {
        return notFound("There is no condition " + condition);
    }
}
