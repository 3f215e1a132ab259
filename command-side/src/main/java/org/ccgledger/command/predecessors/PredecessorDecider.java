package org.ccgledger.command.predecessors;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.predecessors.Predecessor.Abolished;
import org.ccgledger.command.predecessors.Predecessor.Post;
import org.ccgledger.command.predecessors.Predecessor.Registered;
import org.ccgledger.command.predecessors.Predecessor.Succession;
import org.ccgledger.command.predecessors.Predecessor.Trust;
import org.ccgledger.command.predecessors.Predecessor.Unregistered;
import org.ccgledger.command.predecessors.PredecessorCommand.*;
import org.ccgledger.command.predecessors.PredecessorRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.HoldingKind;
import org.ccgledger.events.predecessors.PredecessorEvent;
import org.ccgledger.events.predecessors.PredecessorEvent.*;
import org.ccgledger.events.predecessors.Share;
import org.ccgledger.events.predecessors.TransferLine;

/// Decides on the succession to primary care trusts. The boundary is one trust.
public final class PredecessorDecider {

    /// The decisions on primary care trusts.
    public static final Decider<PredecessorCommand, ?> DECIDER =
            Decider.of(PredecessorCommand.class, command -> StreamName.predecessor(command.pct()))
                    .<Predecessor, PredecessorEvent>state(
                            new Unregistered(), PredecessorEvent.class, Predecessor::evolve)
                    .deciding(PredecessorDecider::decide);

    private PredecessorDecider() {}

    private static Decision decide(PredecessorCommand command, Predecessor state, Context context) {
        return switch (command) {
            case RegisterPredecessor register -> register(register, state, context);
            case MakeTransferScheme make -> make(make, state, context);
            case TransferStaff transfer -> transfer(transfer, state, context);
            case AbolishPredecessor abolish -> abolish(abolish, state, context);
        };
    }

    private static Decision notRegistered(PredecessorCommand command) {
        return notFound("No primary care trust is registered under " + command.pct());
    }

    private static Decision register(
            RegisterPredecessor command, Predecessor state, Context context) {
        Optional<Trust> known = state.known();
        if (known.filter(trust -> !isNamedSo(trust, command)).isPresent()) {
            return refuse(new CodeInUse(command.pct(), command.name(), command.sha()));
        }
        List<Holding> more =
                known.map(trust -> trust.unknown(command.holdings())).orElse(command.holdings());
        PredecessorRegistered registered =
                new PredecessorRegistered(
                        command.pct(), command.name(), command.sha(), more, context.effectiveOn());
        return switch (state) {
            case Unregistered _ -> accept(registered);
            case Registered _ -> more.isEmpty() ? unchanged() : accept(registered);
            case Abolished(_, var since) ->
                    more.isEmpty()
                            ? unchanged()
                            : refuse(new AlreadyAbolished(command.pct(), since));
        };
    }

    private static boolean isNamedSo(Trust trust, RegisterPredecessor command) {
        return trust.name().equals(command.name()) && trust.sha().equals(command.sha());
    }

    private static Decision make(MakeTransferScheme command, Predecessor state, Context context) {
        Optional<Trust> known = state.known();
        if (known.isEmpty()) {
            return notRegistered(command);
        }
        Map<Holding, Succession> successions =
                Succession.of(command.transfersOn(), command.lines());
        List<Holding> unknown = known.get().unknown(List.copyOf(successions.keySet()));
        if (!unknown.isEmpty()) {
            return notFound(command.pct() + " is not registered to hold " + unknown.getFirst());
        }
        Optional<PredecessorRefusal> refusal = refusal(command, successions, context);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (known.get().successions().entrySet().containsAll(successions.entrySet())) {
            return unchanged();
        }
        return switch (state) {
            case Unregistered _ -> notRegistered(command);
            case Registered _ ->
                    accept(
                            new TransferSchemeMade(
                                    command.pct(),
                                    command.transfersOn(),
                                    command.lines(),
                                    context.effectiveOn()));
            case Abolished(_, var since) -> refuse(new AlreadyAbolished(command.pct(), since));
        };
    }

    private static Optional<PredecessorRefusal> refusal(
            MakeTransferScheme command, Map<Holding, Succession> successions, Context context) {
        return Stream.of(
                        shares(successions),
                        unestablished(
                                command.lines().stream().map(TransferLine::receiver).toList(),
                                command.transfersOn(),
                                context),
                        ineligible(command.lines()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// X1.
    private static Optional<PredecessorRefusal> shares(Map<Holding, Succession> successions) {
        return successions.entrySet().stream()
                .filter(succession -> !Share.areWhole(succession.getValue().shares().values()))
                .findFirst()
                .map(succession ->
                        new SuccessionShareInvalid(
                                succession.getKey(),
                                Share.sum(succession.getValue().shares().values())));
    }

    /// X3. Of other bodies the ledger does not know when they began.
    private static Optional<PredecessorRefusal> unestablished(
            Collection<BodyRef> receivers, LocalDate on, Context context) {
        List<CcgCode> groups =
                receivers.stream()
                        .flatMap(receiver -> receiver.asCcg().stream())
                        .distinct()
                        .filter(ccg -> !Groups.isEstablished(ccg, on, context.reads()))
                        .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReceiverNotEstablished(groups, on));
    }

    /// X4.
    private static Optional<PredecessorRefusal> ineligible(List<TransferLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() == HoldingKind.PUBLIC_HEALTH_FUNCTION)
                .filter(line -> !line.receiver().kind().equals("LA"))
                .findFirst()
                .map(line -> new ReceiverIneligible(line.holding(), line.receiver()));
    }

    private static Decision transfer(TransferStaff command, Predecessor state, Context context) {
        Optional<Trust> known = state.known();
        if (known.isEmpty()) {
            return notRegistered(command);
        }
        Optional<PredecessorRefusal> refusal =
                unestablished(List.of(command.receiver()), command.transfersOn(), context);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        Post before = known.get().posts().get(command.post());
        if (before != null) {
            return before.equals(new Post(command.receiver(), command.transfersOn()))
                    ? unchanged()
                    : refuse(
                            new PostAlreadyTransferred(
                                    command.post(), before.receiver(), before.on()));
        }
        return switch (state) {
            case Unregistered _ -> notRegistered(command);
            case Registered _ ->
                    accept(
                            new StaffTransferred(
                                    command.pct(),
                                    command.post(),
                                    command.receiver(),
                                    command.transfersOn(),
                                    context.effectiveOn()));
            case Abolished(_, var since) -> refuse(new AlreadyAbolished(command.pct(), since));
        };
    }

    private static Decision abolish(
            AbolishPredecessor command, Predecessor state, Context context) {
        return switch (state) {
            case Unregistered _ -> notRegistered(command);
            case Registered(var trust) -> abolish(command, trust, context);
            case Abolished(_, var since) ->
                    since.equals(context.effectiveOn())
                            ? unchanged()
                            : refuse(new AlreadyAbolished(command.pct(), since));
        };
    }

    /// X2: what a trust held on its last day is taken over by the next.
    private static Decision abolish(AbolishPredecessor command, Trust trust, Context context) {
        LocalDate by = context.effectiveOn().plusDays(1);
        List<Holding> left = trust.withoutReceiverBy(by);
        return left.isEmpty()
                ? accept(new PredecessorAbolished(command.pct(), context.effectiveOn()))
                : refuse(new SuccessionIncomplete(left, by));
    }
}
