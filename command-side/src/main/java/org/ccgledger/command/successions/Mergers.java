package org.ccgledger.command.successions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.boundaries.Claims;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.successions.Succession.*;
import org.ccgledger.command.successions.SuccessionCommand.ApplyToMerge;
import org.ccgledger.command.successions.SuccessionCommand.CompleteMerger;
import org.ccgledger.command.successions.SuccessionCommand.DecideMerger;
import org.ccgledger.command.successions.SuccessionRefusal.*;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.successions.AddressedFactor;
import org.ccgledger.events.successions.MergerFactor;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.events.successions.SuccessionEvent.MergerApplied;
import org.ccgledger.events.successions.SuccessionEvent.MergerApproved;
import org.ccgledger.events.successions.SuccessionEvent.MergerRefused;

/// NHS Act 2006 s.14G: groups apply to merge, the Board decides, and on the day one group takes
/// their place.
final class Mergers {

    private Mergers() {}

    static Decision apply(ApplyToMerge command, Succession state, Context context) {
        Optional<LocalDate> decided = decidedOn(state);
        if (decided.isPresent()) {
            return refuse(new AlreadyDecided(command.merger(), decided.get()));
        }
        CcgCode ccg = context.actor().body().asCcg().orElseThrow();
        if (state instanceof Applied(var terms, var agreed)) {
            if (!terms.equals(command.terms())) {
                return refuse(new TermsDiffer(command.merger()));
            }
            if (agreed.contains(ccg)) {
                return unchanged();
            }
        }
        return notOperational(command.terms().ccgs(), context)
                .or(() -> unaddressed(command.factors()))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new MergerApplied(
                                        command.merger(),
                                        ccg,
                                        command.terms(),
                                        command.factors(),
                                        context.effectiveOn())));
    }

    /// SI 2012/1631 reg 9 and Schedule 1.
    private static Optional<Refusal> unaddressed(List<AddressedFactor> factors) {
        Set<MergerFactor> missing = EnumSet.allOf(MergerFactor.class);
        factors.stream()
                .filter(factor -> !factor.text().isBlank())
                .map(AddressedFactor::factor)
                .forEach(missing::remove);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new FactorsNotAddressed(missing));
    }

    static Decision decide(DecideMerger command, Succession state, Context context) {
        return switch (state) {
            case NotBegun _ -> neverApplied(command.merger());
            case Applied applied -> decide(command, applied, context);
            case Approved(_, var takesEffectOn, _)
                    when command.approve() && takesEffectOn.equals(command.takesEffectOn()) ->
                    unchanged();
            case Refused _ when !command.approve() -> unchanged();
            case Approved _, Refused _, Ceased _ ->
                    refuse(new AlreadyDecided(command.merger(), decidedOn(state).orElseThrow()));
        };
    }

    private static Decision decide(DecideMerger command, Applied applied, Context context) {
        if (!context.hasReasons()) {
            return refuse(new ReasonsRequired());
        }
        LocalDate takesEffectOn = command.takesEffectOn();
        return takesEffectOn == null
                ? accept(
                        new MergerRefused(command.merger(), applied.terms(), context.effectiveOn()))
                : missing(applied)
                        .or(() -> notOperational(applied.terms().ccgs(), context))
                        .or(() ->
                                takesEffectOn.isBefore(context.effectiveOn())
                                        ? Optional.of(
                                                new InvalidPeriod(
                                                        context.effectiveOn(), takesEffectOn))
                                        : Optional.empty())
                        .map(Decision::refuse)
                        .orElseGet(() ->
                                accept(
                                        new MergerApproved(
                                                command.merger(),
                                                applied.terms(),
                                                takesEffectOn,
                                                context.effectiveOn())));
    }

    private static Optional<Refusal> missing(Applied applied) {
        Set<CcgCode> missing = new HashSet<>(applied.terms().ccgs());
        missing.removeAll(applied.agreed());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberAgreementMissing(missing));
    }

    static Decision complete(CompleteMerger command, Succession state, Context context) {
        return switch (state) {
            case NotBegun _ -> neverApplied(command.merger());
            case Approved(var terms, var takesEffectOn, _)
                    when takesEffectOn.equals(context.effectiveOn())
                            && !context.today().isBefore(takesEffectOn) ->
                    complete(command, terms, context);
            case Approved(_, var takesEffectOn, _) ->
                    refuse(new MergerNotDue(command.merger(), takesEffectOn.toString()));
            case Applied _ -> refuse(new MergerNotDue(command.merger(), "not approved"));
            case Ceased(CCGMerged merged)
                    when merged.to().equals(command.ccg())
                            && Objects.equals(merged.ons(), command.ons()) ->
                    unchanged();
            case Refused _, Ceased _ ->
                    refuse(new AlreadyDecided(command.merger(), decidedOn(state).orElseThrow()));
        };
    }

    private static Decision complete(CompleteMerger command, MergerTerms terms, Context context) {
        Optional<Refusal> refusal =
                notOperational(terms.ccgs(), context)
                        .or(() ->
                                Claims.isCodeFree(command.ccg(), terms.name(), context.reads())
                                        ? Optional.empty()
                                        : Optional.of(new CodeInUse(command.ccg())))
                        .or(() -> Settling.unassigned(terms.ccgs(), context));
        return refusal.map(Decision::refuse)
                .orElseGet(() -> accept(merged(command, terms, context)));
    }

    private static CCGMerged merged(CompleteMerger command, MergerTerms terms, Context context) {
        List<Groups.Place> places =
                terms.ccgs().stream()
                        .map(ccg -> Groups.place(ccg, context.reads()).orElseThrow())
                        .toList();
        return new CCGMerged(
                command.merger(),
                terms.ccgs(),
                command.ccg(),
                command.ons(),
                places.getFirst().areaTeam(),
                places.stream().flatMap(place -> place.area().stream()).distinct().toList(),
                terms,
                Settling.passingTo(command.ccg(), terms.ccgs(), context),
                context.effectiveOn());
    }

    static Optional<Refusal> notOperational(Collection<CcgCode> ccgs, Context context) {
        Set<CcgCode> not =
                ccgs.stream()
                        .filter(ccg ->
                                !Operation.isOperational(
                                        ccg, context.effectiveOn(), context.reads()))
                        .collect(Collectors.toUnmodifiableSet());
        return not.isEmpty() ? Optional.empty() : Optional.of(new CCGNotOperational(not));
    }

    private static Optional<LocalDate> decidedOn(Succession state) {
        return switch (state) {
            case NotBegun _, Applied _ -> Optional.empty();
            case Approved approved -> Optional.of(approved.decidedOn());
            case Refused refused -> Optional.of(refused.decidedOn());
            case Ceased ceased -> Optional.of(ceased.event().effectiveOn());
        };
    }

    private static Decision neverApplied(MergerId merger) {
        return notFound("No group has applied for the merger " + merger);
    }
}
