package org.ccgledger.command.funds;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.funds.Allocation.Commitment;
import org.ccgledger.command.funds.FundCommand.*;
import org.ccgledger.command.funds.FundRefusal.*;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.Money;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.funds.FundEvent;
import org.ccgledger.events.funds.FundEvent.*;

/// Decides on funds. The boundary is one group's allocation of one year.
public final class FundDecider {

    /// The decisions on funds.
    public static final Decider<FundCommand, ?> DECIDER =
            Decider.of(
                            FundCommand.class,
                            command -> StreamName.allocation(command.ccg(), command.fy()))
                    .<Allocation, FundEvent>state(
                            Allocation.NONE, FundEvent.class, Allocation::evolve)
                    .deciding(FundDecider::decide);

    private FundDecider() {}

    private static Decision decide(FundCommand command, Allocation allocation, Context context) {
        return switch (command) {
            case AllotFunds allot -> allot(allot, allocation, context);
            case AdjustAllocation adjust -> adjust(adjust, allocation, context);
            case SetFinancialLimit limit -> limit(limit, allocation, context);
            case CommitFunds commit -> commit(commit, allocation, context);
            case RecordCommitment record -> record(record, allocation, context);
            case ReleaseCommitment release -> release(release, allocation, context);
        };
    }

    private static Decision allot(AllotFunds command, Allocation allocation, Context context) {
        if (Claims.namesUnder(command.ccg(), context.reads()).isEmpty()) {
            return notFound("No group is known under " + command.ccg());
        }
        FundsAllotted before = allocation.first();
        if (before != null) {
            return before.amount().equals(command.amount())
                    ? unchanged()
                    : refuse(new AlreadyAllotted(before.amount()));
        }
        List<FundEvent> events = new ArrayList<>();
        events.add(
                new FundsAllotted(
                        command.ccg(), command.fy(), command.amount(), context.effectiveOn()));
        overcommitted(command, allocation.committed(), command.amount(), context.effectiveOn())
                .ifPresent(events::add);
        return accept(events);
    }

    private static Decision adjust(
            AdjustAllocation command, Allocation allocation, Context context) {
        if (allocation.first() == null) {
            return notFound("No funds are allotted to " + command.ccg() + " for " + command.fy());
        }
        Money allotted = allocation.allottedOn(context.effectiveOn()).plus(command.change());
        List<FundEvent> events = new ArrayList<>();
        events.add(
                new AllocationAdjusted(
                        command.ccg(),
                        command.fy(),
                        command.change(),
                        allotted,
                        context.effectiveOn()));
        overcommitted(command, allocation.committed(), allotted, context.effectiveOn())
                .ifPresent(events::add);
        return accept(events);
    }

    private static Decision limit(
            SetFinancialLimit command, Allocation allocation, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " is not established on " + context.effectiveOn());
        }
        return allocation
                        .limitOn(context.effectiveOn(), command.role())
                        .filter(before -> before.limit().equals(command.limit()))
                        .isPresent()
                ? unchanged()
                : accept(
                        new FinancialLimitSet(
                                command.ccg(),
                                command.fy(),
                                command.role(),
                                command.limit(),
                                context.effectiveOn()));
    }

    private static Decision commit(CommitFunds command, Allocation allocation, Context context) {
        LocalDate on = context.effectiveOn();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return notFound(command.ccg() + " is not established on " + on);
        }
        Commitment wanted = new Commitment(command.subject(), command.amount(), false);
        if (wanted.equals(allocation.commitments().get(command.commitment()))) {
            return unchanged();
        }
        Money committed = allocation.committed().plus(command.amount());
        Money allotted = allocation.allottedOn(on);
        if (committed.isMoreThan(allotted)) {
            return refuse(new ExceedsAllocation(committed, allotted));
        }
        Optional<FinancialLimitSet> limit = allocation.limitOn(on, context.actor().role());
        if (limit.isPresent() && command.amount().isMoreThan(limit.get().limit())) {
            return refuse(
                    new ExceedsFinancialLimit(
                            limit.get().role(), command.amount(), limit.get().limit()));
        }
        return isTaken(command.commitment(), allocation)
                ? refuse(new CodeInUse(command.commitment()))
                : accept(
                        new FundsCommitted(
                                command.ccg(),
                                command.fy(),
                                command.commitment(),
                                command.subject(),
                                command.amount(),
                                on));
    }

    private static Decision record(
            RecordCommitment command, Allocation allocation, Context context) {
        if (Claims.namesUnder(command.ccg(), context.reads()).isEmpty()) {
            return notFound("No group is known under " + command.ccg());
        }
        if (new Commitment(command.subject(), command.amount(), false)
                .equals(allocation.commitments().get(command.commitment()))) {
            return unchanged();
        }
        if (isTaken(command.commitment(), allocation)) {
            return refuse(new CodeInUse(command.commitment()));
        }
        List<FundEvent> events = new ArrayList<>();
        events.add(
                new CommitmentRecorded(
                        command.ccg(),
                        command.fy(),
                        command.commitment(),
                        command.subject(),
                        command.amount(),
                        context.effectiveOn()));
        if (allocation.first() != null) {
            overcommitted(
                            command,
                            allocation.committed().plus(command.amount()),
                            allocation.allottedOn(context.today()),
                            context.effectiveOn())
                    .ifPresent(events::add);
        }
        return accept(events);
    }

    private static Decision release(
            ReleaseCommitment command, Allocation allocation, Context context) {
        Commitment commitment = allocation.commitments().get(command.commitment());
        if (commitment == null) {
            return notFound("No commitment " + command.commitment() + " is known");
        }
        return commitment.isReleased()
                ? unchanged()
                : accept(
                        new CommitmentReleased(
                                command.ccg(),
                                command.fy(),
                                command.commitment(),
                                context.effectiveOn()));
    }

    private static boolean isTaken(CommitmentId commitment, Allocation allocation) {
        return allocation.commitments().containsKey(commitment);
    }

    /// B2, for what has happened: it is not undone, but seen.
    private static Optional<AllocationOvercommitted> overcommitted(
            FundCommand command, Money committed, Money allotted, LocalDate on) {
        return committed.isMoreThan(allotted)
                ? Optional.of(
                        new AllocationOvercommitted(
                                command.ccg(),
                                command.fy(),
                                committed,
                                allotted,
                                committed.minus(allotted),
                                on))
                : Optional.empty();
    }
}
