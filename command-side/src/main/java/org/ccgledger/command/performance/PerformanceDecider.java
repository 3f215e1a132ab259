package org.ccgledger.command.performance;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.ccgledger.command.boundaries.Allocations;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.performance.PerformanceCommand.*;
import org.ccgledger.command.performance.PerformanceRefusal.*;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.PerformanceEvent;
import org.ccgledger.events.performance.PerformanceEvent.*;

/// Decides on assessments. The boundary is one group's year.
public final class PerformanceDecider {

    /// The decisions on assessments.
    public static final Decider<PerformanceCommand, ?> DECIDER =
            Decider.of(
                            PerformanceCommand.class,
                            command -> StreamName.performance(command.ccg(), command.fy()))
                    .<Assessment, PerformanceEvent>state(
                            new NotAssessed(), PerformanceEvent.class, Assessment::evolve)
                    .deciding(PerformanceDecider::decide);

    private PerformanceDecider() {}

    /// Where the assessment of a year stands.
    sealed interface Assessment {

        default Assessment evolve(PerformanceEvent event) {
            return switch (event) {
                case PerformanceAssessed e -> new Assessed(e);
                case AssessmentPublished e -> new Published(e);
            };
        }
    }

    record NotAssessed() implements Assessment {}

    record Assessed(PerformanceAssessed assessed) implements Assessment {}

    record Published(AssessmentPublished published) implements Assessment {}

    private static Decision decide(
            PerformanceCommand command, Assessment assessment, Context context) {
        return switch (command) {
            case AssessPerformance assess -> assess(assess, assessment, context);
            case PublishAssessment publish -> publish(publish, assessment, context);
        };
    }

    private static Decision assess(
            AssessPerformance command, Assessment assessment, Context context) {
        LocalDate on = context.effectiveOn();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return notFound(command.ccg() + " is not established on " + on);
        }
        if (command.hwbConsulted().stream().allMatch(view -> view.consultedOn().isAfter(on))) {
            return refuse(new HwbNotConsulted(command.fy()));
        }
        Optional<OutcomeOfAnotherYear> stray = outcomeOfAnotherYear(command);
        if (stray.isPresent()) {
            return refuse(stray.get());
        }
        if (on.isBefore(command.fy().firstDay())) {
            return refuse(new InvalidPeriod(on, command.fy()));
        }
        return switch (assessment) {
            case NotAssessed _ ->
                    accept(
                            new PerformanceAssessed(
                                    command.ccg(),
                                    command.fy(),
                                    command.findings(),
                                    command.hwbConsulted(),
                                    command.rating(),
                                    Allocations.allotted(
                                                    command.ccg(),
                                                    command.fy(),
                                                    on,
                                                    context.reads())
                                            .orElse(null),
                                    on));
            case Assessed(var before) -> refuse(new AlreadyDecided(before.effectiveOn()));
            case Published(var before) -> refuse(new AlreadyDecided(before.effectiveOn()));
        };
    }

    private static Optional<OutcomeOfAnotherYear> outcomeOfAnotherYear(AssessPerformance command) {
        return command.findings().stream()
                .map(DutyFinding::outcome)
                .filter(Objects::nonNull)
                .filter(outcome -> !outcome.measuredFor().equals(command.fy()))
                .findFirst()
                .map(outcome ->
                        new OutcomeOfAnotherYear(
                                outcome.indicator(), outcome.measuredFor(), command.fy()));
    }

    private static Decision publish(
            PublishAssessment command, Assessment assessment, Context context) {
        return switch (assessment) {
            case NotAssessed _ -> notFound(command.ccg() + " is not assessed for " + command.fy());
            case Assessed _ ->
                    accept(
                            new AssessmentPublished(
                                    command.ccg(),
                                    command.fy(),
                                    command.summary(),
                                    context.effectiveOn()));
            case Published(var before) ->
                    before.summary().equals(command.summary())
                            ? unchanged()
                            : refuse(new AlreadyDecided(before.effectiveOn()));
        };
    }
}
