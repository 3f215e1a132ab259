package org.ccgledger.command.procurement;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.Allocations;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.procurement.Procurement.Contract;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.procurement.AwardRecord;
import org.ccgledger.events.procurement.DutiesNote;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.jspecify.annotations.Nullable;

/// Contracts, from the award to the end.
final class Contracts {

    private Contracts() {}

    static Decision award(AwardContract command, Procurement state, Context context) {
        Optional<AwardRecord> record = record(command);
        Optional<ContractAwarded> awarded =
                record.map(complete -> awarded(command, complete, context.effectiveOn()));
        Contract before = state.contracts().get(command.provider());
        if (before != null && awarded.filter(before.award()::equals).isPresent()) {
            return unchanged();
        }
        Optional<ProcurementRefusal> refused =
                ProcurementDecider.notExercisable(command.ccg(), state.function(), context)
                        .or(() -> byOwnership(command))
                        .or(() -> ofAnother(command, state))
                        .or(() -> conflicted(command, state, context))
                        .or(() -> incomplete(command))
                        .or(() -> beyondLimit(command, context))
                        .or(() -> Bids.notAdvertised(state, context.effectiveOn()))
                        .or(() -> tooEarly(command, state))
                        .or(() -> decidedBefore(command, state))
                        .or(() -> backwards(command.period()));
        return refused.map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                awarded.orElseThrow(() ->
                                        new IllegalStateException(
                                                "What is not missing is there"))));
    }

    private static Optional<AwardRecord> record(AwardContract command) {
        String name = command.providerName();
        String office = command.registeredOffice();
        String services = command.services();
        Money amount = command.amount();
        Period period = command.period();
        String process = command.process();
        Duties duties = command.duties();
        if (name == null
                || office == null
                || services == null
                || amount == null
                || period == null
                || process == null
                || duties == null) {
            return Optional.empty();
        }
        String effectiveness = duties.effectiveness();
        String quality = duties.quality();
        String integration = duties.integration();
        if (effectiveness == null || quality == null || integration == null) {
            return Optional.empty();
        }
        return Optional.of(
                new AwardRecord(
                        command.provider(),
                        name,
                        office,
                        services,
                        amount,
                        period,
                        process,
                        new DutiesNote(effectiveness, quality, integration)));
    }

    private static ContractAwarded awarded(
            AwardContract command, AwardRecord record, LocalDate on) {
        return new ContractAwarded(
                command.procurement(),
                command.ccg(),
                record,
                command.ownShare(),
                command.grounds(),
                command.deciders(),
                command.conflicts(),
                command.conflictsSummary(),
                command.committee(),
                command.decision(),
                command.comments(),
                on);
    }

    /// T3.
    private static Optional<ProcurementRefusal> byOwnership(AwardContract command) {
        return command.grounds().contains(SelectionGround.OWNERSHIP)
                ? Optional.of(new OwnershipDiscrimination(SelectionGround.OWNERSHIP.name()))
                : Optional.empty();
    }

    /// T4: without competition, the contract is that of the provider who was named in the route.
    private static Optional<ProcurementRefusal> ofAnother(
            AwardContract command, Procurement state) {
        return state.decidedRoute()
                .filter(route -> !route.route().isCompetitive())
                .filter(route -> !command.provider().equals(route.provider()))
                .map(_ -> new SingleProviderNotJustified(command.provider()));
    }

    /// T5: who decides, and who has judged, has no interest in whoever offers or is awarded.
    private static Optional<ProcurementRefusal> conflicted(
            AwardContract command, Procurement state, Context context) {
        Set<PersonId> persons = new LinkedHashSet<>(command.deciders());
        persons.addAll(state.evaluators());
        Set<BodyRef> bodies = new LinkedHashSet<>(state.bids().keySet());
        bodies.add(command.provider());
        return Bids.conflicted(persons, bodies, context);
    }

    /// T6.
    private static Optional<ProcurementRefusal> incomplete(AwardContract command) {
        List<String> missing = new ArrayList<>();
        note(missing, "providerName", command.providerName());
        note(missing, "registeredOffice", command.registeredOffice());
        note(missing, "services", command.services());
        note(missing, "amount", command.amount());
        note(missing, "period", command.period());
        note(missing, "process", command.process());
        Duties duties = command.duties();
        note(missing, "duties.effectiveness", duties == null ? null : duties.effectiveness());
        note(missing, "duties.quality", duties == null ? null : duties.quality());
        note(missing, "duties.integration", duties == null ? null : duties.integration());
        if (command.deciders().isEmpty()) {
            missing.add("deciders");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new AwardRecordIncomplete(missing));
    }

    /// T7: of what several groups pay the own share counts.
    private static Optional<ProcurementRefusal> beyondLimit(
            AwardContract command, Context context) {
        Money share = command.ownShare() == null ? command.amount() : command.ownShare();
        return share == null ? Optional.empty() : beyondLimit(command.ccg(), share, context);
    }

    /// T7, once more is paid than before. What other groups pay stays as it was awarded.
    private static Optional<ProcurementRefusal> beyondLimit(
            VaryContract command, Contract contract, Context context) {
        ContractAwarded award = contract.award();
        ContractVaried varied = contract.varied();
        Money before = varied == null ? award.award().amount() : varied.amount();
        Money ownShare = award.ownShare();
        Money share =
                ownShare == null
                        ? command.amount()
                        : command.amount().minus(award.award().amount()).plus(ownShare);
        return command.amount().isMoreThan(before)
                ? beyondLimit(command.ccg(), share, context)
                : Optional.empty();
    }

    private static Optional<ProcurementRefusal> beyondLimit(
            CcgCode ccg, Money share, Context context) {
        LocalDate on = context.effectiveOn();
        return Allocations.limit(
                        ccg, FinancialYear.of(on), context.actor().role(), on, context.reads())
                .filter(share::isMoreThan)
                .map(limit -> new ExceedsFinancialLimit(share, limit));
    }

    private static void note(List<String> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(field);
        }
    }

    private static Optional<ProcurementRefusal> tooEarly(AwardContract command, Procurement state) {
        ProcurementRouteDecided route = state.route();
        if (route == null) {
            return Optional.of(new RouteNotDecided(command.procurement()));
        }
        return route.route().isCompetitive() && !state.isEvaluated(command.provider())
                ? Optional.of(new BidNotEvaluated(command.provider()))
                : Optional.empty();
    }

    /// There is one contract, except where every provider that qualifies is given one.
    private static Optional<ProcurementRefusal> decidedBefore(
            AwardContract command, Procurement state) {
        boolean areMany =
                state.decidedRoute()
                        .filter(route -> route.route() == ProcurementRoute.ANY_QUALIFIED_PROVIDER)
                        .isPresent();
        return state.contracts().values().stream()
                .map(Contract::award)
                .filter(award -> !areMany || award.award().provider().equals(command.provider()))
                .findFirst()
                .map(award -> new AlreadyDecided(award.effectiveOn()));
    }

    private static Optional<ProcurementRefusal> backwards(@Nullable Period period) {
        LocalDate until = period == null ? null : period.until();
        return period != null && until != null && until.isBefore(period.from())
                ? Optional.of(new InvalidPeriod(period.from(), until))
                : Optional.empty();
    }

    static Decision publish(PublishAward command, Procurement state, Context context) {
        Contract contract = state.contracts().get(command.provider());
        if (contract == null) {
            return noContract(command, command.provider());
        }
        AwardPublished before = contract.published();
        return before != null && before.publication().equals(command.publication())
                ? unchanged()
                : accept(
                        new AwardPublished(
                                command.procurement(),
                                command.ccg(),
                                command.provider(),
                                command.publication(),
                                context.effectiveOn()));
    }

    static Decision vary(VaryContract command, Procurement state, Context context) {
        Contract contract = state.contracts().get(command.provider());
        if (contract == null) {
            return noContract(command, command.provider());
        }
        ContractVaried varied =
                new ContractVaried(
                        command.procurement(),
                        command.ccg(),
                        command.provider(),
                        command.services(),
                        command.amount(),
                        command.period(),
                        command.change(),
                        context.effectiveOn());
        if (varied.equals(contract.varied())) {
            return unchanged();
        }
        return ProcurementDecider.notExercisable(command.ccg(), state.function(), context)
                .or(() -> beyondLimit(command, contract, context))
                .or(() -> ended(contract, context.effectiveOn()))
                .or(() -> backwards(command.period()))
                .map(Decision::refuse)
                .orElseGet(() -> accept(varied));
    }

    private static Optional<ProcurementRefusal> ended(Contract contract, LocalDate on) {
        ContractEnded ended = contract.ended();
        return ended == null || !on.isAfter(ended.lastDay())
                ? Optional.empty()
                : Optional.of(new ContractNotLive(ended.provider(), ended.lastDay()));
    }

    static Decision end(EndContract command, Procurement state, Context context) {
        Contract contract = state.contracts().get(command.provider());
        if (contract == null) {
            return noContract(command, command.provider());
        }
        ContractEnded before = contract.ended();
        if (before != null) {
            return before.lastDay().equals(command.lastDay()) && before.cause() == command.cause()
                    ? unchanged()
                    : refuse(new ContractNotLive(command.provider(), before.lastDay()));
        }
        LocalDate from = contract.award().award().period().from();
        return command.lastDay().isBefore(from)
                ? refuse(new InvalidPeriod(from, command.lastDay()))
                : accept(
                        new ContractEnded(
                                command.procurement(),
                                command.ccg(),
                                command.provider(),
                                command.lastDay(),
                                command.cause(),
                                context.effectiveOn()));
    }

    private static Decision noContract(ProcurementCommand command, BodyRef provider) {
        return notFound("No contract was awarded to " + provider + " in " + command.procurement());
    }
}
