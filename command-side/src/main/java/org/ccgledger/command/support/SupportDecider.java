package org.ccgledger.command.support;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.support.Arrangement.*;
import org.ccgledger.command.support.SupportCommand.*;
import org.ccgledger.command.support.SupportRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.support.SupportEvent.*;
import org.ccgledger.events.support.SupportProviderKind;

/// Decides on commissioning support. The boundary is one arrangement, or the back-stop period.
public final class SupportDecider {

    /// The decisions on commissioning support.
    public static final Decider<SupportCommand, ?> DECIDER =
            Decider.of(SupportCommand.class, SupportDecider::stream)
                    .<Arrangement, SupportEvent>state(
                            new NotMade(), SupportEvent.class, Arrangement::evolve)
                    .deciding(SupportDecider::decide);

    /// The last day of the back stop where nobody has set another: commissioning support units were
    /// to be independent from 2016 on.
    private static final LocalDate LAST_DAY = LocalDate.of(2016, 3, 31);

    /// Who supports commissioning, and so decides nothing.
    private static final Set<String> SUPPORTING = Set.of("CSU", "PROVIDER");

    private SupportDecider() {}

    private static StreamName stream(SupportCommand command) {
        return switch (command) {
            case SetBackstopPeriod _ -> StreamName.backstopPeriod();
            case ChooseCommissioningSupport choose -> StreamName.support(choose.support());
            case EndCommissioningSupport end -> StreamName.support(end.support());
            case RecordBackstopSuccessionRisk risk -> StreamName.support(risk.support());
        };
    }

    private static Decision decide(
            SupportCommand command, Arrangement arrangement, Context context) {
        return switch (command) {
            case SetBackstopPeriod set -> set(set, arrangement, context);
            case ChooseCommissioningSupport choose -> choose(choose, arrangement, context);
            case EndCommissioningSupport end -> end(end, arrangement, context);
            case RecordBackstopSuccessionRisk risk -> Succession.warn(risk, arrangement, context);
        };
    }

    private static Decision set(
            SetBackstopPeriod command, Arrangement arrangement, Context context) {
        BackstopPeriodSet set =
                new BackstopPeriodSet(
                        command.from(), command.until(), command.source(), context.effectiveOn());
        return arrangement instanceof Policy(var before)
                        && before.from().equals(set.from())
                        && before.until().equals(set.until())
                        && before.source().equals(set.source())
                ? unchanged()
                : accept(set);
    }

    private static Decision choose(
            ChooseCommissioningSupport command, Arrangement arrangement, Context context) {
        LocalDate on = context.effectiveOn();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return notFound(command.ccg() + " is not established on " + on);
        }
        Optional<SupportRefusal> refusal = refusal(command, context);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        CommissioningSupportChosen chosen =
                new CommissioningSupportChosen(
                        command.support(),
                        command.ccg(),
                        command.service(),
                        command.providerKind(),
                        command.provider(),
                        command.period(),
                        command.cost(),
                        on);
        return switch (arrangement) {
            case NotMade _, Policy _ -> accept(chosen);
            case Chosen(var before, _) when isSame(before, chosen) -> unchanged();
            case Chosen _, Ended _ -> refuse(new CodeInUse(command.support()));
        };
    }

    private static Optional<SupportRefusal> refusal(
            ChooseCommissioningSupport command, Context context) {
        BodyRef by = context.actor().body();
        boolean isPrivate = command.providerKind() == SupportProviderKind.INDEPENDENT;
        boolean isImposed =
                !context.actsAs(Role.CCG_ACCOUNTABLE_OFFICER)
                        || !by.equals(BodyRef.ccg(command.ccg()));
        if (isImposed && !isPrivate) {
            return Optional.of(new SupportChoiceReservedToCcg(command.ccg(), by));
        }
        LocalDate until = command.period().until();
        LocalDate lastDay = lastDayOfBackstop(context);
        if (command.providerKind() == SupportProviderKind.CSU_BACKSTOP
                && (until == null || until.isAfter(lastDay))) {
            return Optional.of(new BackstopPeriodExpired(until, lastDay));
        }
        BodyRef decider = command.decider();
        if (decider != null
                && (decider.equals(command.provider()) || SUPPORTING.contains(decider.kind()))
                && !decider.equals(BodyRef.ccg(command.ccg()))) {
            return Optional.of(new SupportCannotDecide(decider));
        }
        if (isImposed) {
            return Optional.of(
                    new PrivateSupportCannotBeImposed(command.ccg(), command.provider(), by));
        }
        return until != null && until.isBefore(command.period().from())
                ? Optional.of(new InvalidPeriod(until, command.period().from()))
                : Optional.empty();
    }

    private static LocalDate lastDayOfBackstop(Context context) {
        return context.reads().stream(StreamName.backstopPeriod()).stream()
                .filter(BackstopPeriodSet.class::isInstance)
                .map(BackstopPeriodSet.class::cast)
                .filter(set -> !set.effectiveOn().isAfter(context.effectiveOn()))
                .map(BackstopPeriodSet::until)
                .reduce(LAST_DAY, (_, later) -> later);
    }

    private static boolean isSame(
            CommissioningSupportChosen before, CommissioningSupportChosen now) {
        return before.ccg().equals(now.ccg())
                && before.service().equals(now.service())
                && before.providerKind() == now.providerKind()
                && before.provider().equals(now.provider())
                && before.period().equals(now.period())
                && before.cost().equals(now.cost());
    }

    private static Decision end(
            EndCommissioningSupport command, Arrangement arrangement, Context context) {
        return switch (arrangement) {
            case Chosen(var choice, _) when choice.ccg().equals(command.ccg()) ->
                    end(command, choice, context);
            case Ended(var choice, var before) when choice.ccg().equals(command.ccg()) ->
                    before.endsOn().equals(command.endsOn())
                                    && Objects.equals(before.successor(), command.successor())
                            ? unchanged()
                            : refuse(new AlreadyDecided(command.support(), before.endsOn()));
            case NotMade _, Policy _, Chosen _, Ended _ ->
                    notFound(command.ccg() + " has no arrangement " + command.support());
        };
    }

    private static Decision end(
            EndCommissioningSupport command, CommissioningSupportChosen choice, Context context) {
        SupportId successor = command.successor();
        if (successor != null && !isArrangementOf(command.ccg(), successor, context)) {
            return notFound(command.ccg() + " has no arrangement " + successor);
        }
        LocalDate until = choice.period().until();
        boolean isWithin =
                !command.endsOn().isBefore(choice.period().from())
                        && (until == null || !command.endsOn().isAfter(until));
        return isWithin
                ? accept(
                        new CommissioningSupportEnded(
                                command.support(),
                                command.ccg(),
                                command.endsOn(),
                                successor,
                                context.effectiveOn()))
                : refuse(new InvalidPeriod(command.endsOn(), choice.period().from()));
    }

    private static boolean isArrangementOf(CcgCode ccg, SupportId support, Context context) {
        return context.reads().stream(StreamName.support(support)).stream()
                .anyMatch(event ->
                        event instanceof CommissioningSupportChosen chosen
                                && chosen.ccg().equals(ccg));
    }
}
