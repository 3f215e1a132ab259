package org.ccgledger.command.support;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.support.Arrangement.*;
import org.ccgledger.command.support.SupportCommand.RecordBackstopSuccessionRisk;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.support.SupportEvent.*;
import org.ccgledger.events.support.SupportProviderKind;
import org.jspecify.annotations.Nullable;

/// What comes after the back stop.
final class Succession {

    private Succession() {}

    /// S5: near the end of the back stop a group without a successor is seen. Whether it has one is
    /// asked again when the day has come.
    @Upholds(id = "S5", title = "Near the end of the back stop a group without a successor is seen")
    static Decision warn(
            RecordBackstopSuccessionRisk command, Arrangement arrangement, Context context) {
        return switch (arrangement) {
            case Chosen(var choice, var isAtRisk) when choice.ccg().equals(command.ccg()) ->
                    isAtRisk ? unchanged() : warn(choice, arrangement.lastDay(), context);
            case Ended(var choice, var end) when choice.ccg().equals(command.ccg()) ->
                    end.successor() != null
                            ? unchanged()
                            : warn(choice, arrangement.lastDay(), context);
            case NotMade _, Policy _, Chosen _, Ended _ ->
                    notFound(command.ccg() + " has no arrangement " + command.support());
        };
    }

    private static Decision warn(
            CommissioningSupportChosen choice, @Nullable LocalDate lastDay, Context context) {
        return choice.providerKind() != SupportProviderKind.CSU_BACKSTOP
                        || lastDay == null
                        || lastDay.isBefore(context.effectiveOn())
                        || isServedOn(lastDay.plusDays(1), choice, context)
                ? unchanged()
                : accept(
                        new BackstopSuccessionRisk(
                                choice.support(),
                                choice.ccg(),
                                choice.service(),
                                lastDay,
                                context.effectiveOn()));
    }

    /// Whether another arrangement of the group serves it in the same service on a day.
    private static boolean isServedOn(
            LocalDate day, CommissioningSupportChosen choice, Context context) {
        Map<SupportId, Arrangement> others = new LinkedHashMap<>();
        for (SupportEvent event :
                context.reads().tagged(Tag.ccg(choice.ccg()), SupportEvent.class)) {
            SupportId support =
                    switch (event) {
                        case CommissioningSupportChosen e -> e.support();
                        case CommissioningSupportEnded e -> e.support();
                        case BackstopSuccessionRisk e -> e.support();
                        case BackstopPeriodSet _ -> choice.support();
                    };
            if (!support.equals(choice.support())) {
                others.merge(
                        support, new NotMade().evolve(event), (before, _) -> before.evolve(event));
            }
        }
        return others.values().stream().anyMatch(other -> serves(other, choice, day));
    }

    private static boolean serves(
            Arrangement other, CommissioningSupportChosen choice, LocalDate day) {
        LocalDate lastDay = other.lastDay();
        return switch (other) {
                    case Chosen(var chosen, _) -> isSameService(chosen, choice, day);
                    case Ended(var chosen, _) -> isSameService(chosen, choice, day);
                    case NotMade _, Policy _ -> false;
                }
                && (lastDay == null || !day.isAfter(lastDay));
    }

    private static boolean isSameService(
            CommissioningSupportChosen other, CommissioningSupportChosen choice, LocalDate day) {
        return other.service().equals(choice.service()) && other.period().contains(day);
    }
}
