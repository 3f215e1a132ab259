package org.ccgledger.command.delegations;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Committee;
import org.ccgledger.command.boundaries.Committees;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.Scheme;
import org.ccgledger.command.boundaries.Scheme.Delegation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.delegations.DelegationCommand.*;
import org.ccgledger.command.delegations.DelegationRefusal.FunctionNotExercisable;
import org.ccgledger.command.delegations.DelegationRefusal.OutsideDelegatedScope;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.delegations.DelegationEvent;
import org.ccgledger.events.delegations.DelegationEvent.*;

/// Decides who decides in a group's place. The boundary is the group's scheme; what a committee is
/// for and which functions a direction has taken is read of other boundaries.
public final class DelegationDecider {

    /// The decisions on schemes of reservation and delegation.
    public static final Decider<DelegationCommand, ?> DECIDER =
            Decider.of(DelegationCommand.class, command -> StreamName.delegations(command.ccg()))
                    .<Scheme, DelegationEvent>state(
                            Scheme.NONE, DelegationEvent.class, Scheme::evolve)
                    .deciding(DelegationDecider::decide);

    private DelegationDecider() {}

    private static Decision decide(DelegationCommand command, Scheme scheme, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " has not been established");
        }
        return switch (command) {
            case ReserveFunction reserve -> reserve(reserve, scheme, context);
            case LiftReservation lift ->
                    scheme.reservation(lift.function()).isEmpty()
                            ? unchanged()
                            : accept(
                                    new ReservationLifted(
                                            lift.ccg(), lift.function(), context.effectiveOn()));
            case DelegateFunction delegate -> delegate(delegate, scheme, context);
            case RevokeDelegation revoke -> revoke(revoke, scheme, context);
        };
    }

    private static Decision reserve(ReserveFunction command, Scheme scheme, Context context) {
        if (scheme.reservation(command.function())
                .filter(command.reservedTo()::equals)
                .isPresent()) {
            return unchanged();
        }
        List<DelegationEvent> events = new ArrayList<>();
        scheme.delegations().values().stream()
                .filter(one -> one.function().equals(command.function()))
                .forEach(one -> events.add(revoked(one, command, context)));
        events.add(
                new DelegationEvent.FunctionReserved(
                        command.ccg(),
                        command.function(),
                        command.reservedTo(),
                        context.effectiveOn()));
        return accept(events);
    }

    private static Decision delegate(DelegateFunction command, Scheme scheme, Context context) {
        Optional<Delegation> before = scheme.given(command.to(), command.function());
        if (before.filter(given -> hasLimitOf(given, command)).isPresent()) {
            return unchanged();
        }
        CommitteeId to = command.to().committee();
        if (to != null) {
            Optional<Committee> committee =
                    Committees.find(to, context.effectiveOn(), context.reads())
                            .filter(one -> one.ccg().equals(command.ccg()));
            if (committee.isEmpty()) {
                return notFound(command.ccg() + " has no committee " + to);
            }
            if (!committee.orElseThrow().terms().functions().contains(command.function())) {
                return refuse(new OutsideDelegatedScope(to, command.function()));
            }
        }
        return Functions.exerciser(
                                command.ccg(),
                                command.function(),
                                context.effectiveOn(),
                                context.reads())
                        instanceof Functions.Exerciser.Taken(_, var exercisedBy)
                ? refuse(new FunctionNotExercisable(command.function(), exercisedBy))
                : scheme.reservation(command.function())
                        .map(reservedTo ->
                                refuse(
                                        new DelegationRefusal.FunctionReserved(
                                                command.function(), reservedTo)))
                        .orElseGet(() -> delegated(command, scheme, before, context));
    }

    /// Amounts that differ in their scale only are the same.
    private static boolean hasLimitOf(Delegation given, DelegateFunction command) {
        BigDecimal limit = command.limit();
        return given.limit() == null
                ? limit == null
                : limit != null && given.limit().compareTo(limit) == 0;
    }

    private static Decision delegated(
            DelegateFunction command, Scheme scheme, Optional<Delegation> before, Context context) {
        List<DelegationEvent> events = new ArrayList<>();
        before.ifPresent(replaced -> events.add(revoked(replaced, command, context)));
        events.add(
                new FunctionDelegated(
                        command.ccg(),
                        scheme.next(command.ccg()),
                        command.function(),
                        command.to(),
                        command.limit(),
                        context.effectiveOn()));
        return accept(events);
    }

    private static Decision revoke(RevokeDelegation command, Scheme scheme, Context context) {
        Delegation live = scheme.delegations().get(command.delegation());
        if (live != null) {
            return accept(revoked(live, command, context));
        }
        return scheme.revoked().contains(command.delegation())
                ? unchanged()
                : notFound("No delegation " + command.delegation());
    }

    private static DelegationRevoked revoked(
            Delegation delegation, DelegationCommand command, Context context) {
        return new DelegationRevoked(
                command.ccg(),
                delegation.id(),
                delegation.function(),
                delegation.to(),
                context.effectiveOn());
    }
}
