package org.ccgledger.command.successions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.OpenMatters;
import org.ccgledger.command.boundaries.OpenMatters.Matter;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.successions.SuccessionCommand.DissolveCCG;
import org.ccgledger.command.successions.SuccessionRefusal.SuccessionIncomplete;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.jspecify.annotations.Nullable;

/// K10: what becomes of everything that is open with groups which cease to exist.
final class Settling {

    private Settling() {}

    /// A merger: the one group takes over whatever can pass.
    static List<Settlement> passingTo(
            CcgCode successor, Collection<CcgCode> ceased, Context context) {
        return ceased.stream()
                .flatMap(ccg ->
                        open(ccg, context).map(matter -> line(ccg, matter, BodyRef.ccg(successor))))
                .toList();
    }

    /// A board that is no group takes over what it can: practices and contracts.
    static List<Settlement> leavingTo(BodyRef icb, CcgCode ccg, Context context) {
        return open(ccg, context)
                .map(matter -> line(ccg, matter, needsSuccessor(matter.kind()) ? icb : null))
                .toList();
    }

    static List<Settlement> allotted(DissolveCCG command, Context context) {
        return open(command.ccg(), context)
                .map(matter ->
                        line(
                                command.ccg(),
                                matter,
                                successor(command, matter).map(BodyRef::ccg).orElse(null)))
                .toList();
    }

    /// The practices and contracts of which the command does not say to whom they pass.
    static Optional<Refusal> unallotted(DissolveCCG command, Context context) {
        Set<String> matters =
                open(command.ccg(), context)
                        .filter(matter -> needsSuccessor(matter.kind()))
                        .filter(matter -> successor(command, matter).isEmpty())
                        .map(matter -> command.ccg() + " " + matter.kind() + " " + matter.id())
                        .collect(Collectors.toUnmodifiableSet());
        return matters.isEmpty()
                ? Optional.empty()
                : Optional.of(new SuccessionIncomplete(matters));
    }

    /// What the groups exercise for others that stay, which the Board alone gives to somebody else.
    static Optional<Refusal> unassigned(Collection<CcgCode> ccgs, Context context) {
        Set<String> functions =
                ccgs.stream()
                        .flatMap(ccg ->
                                OpenMatters.exercisedForOthers(
                                                ccg, context.effectiveOn(), context.reads())
                                        .stream()
                                        .filter(exercised -> !ccgs.contains(exercised.of()))
                                        .map(exercised ->
                                                "%s FUNCTION_OF %s/%s"
                                                        .formatted(
                                                                ccg,
                                                                exercised.of(),
                                                                exercised.function())))
                        .collect(Collectors.toUnmodifiableSet());
        return functions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SuccessionIncomplete(functions));
    }

    /// A successor that is not among those named does not count.
    private static Optional<CcgCode> successor(DissolveCCG command, Matter matter) {
        return command.allotments().stream()
                .filter(one -> one.kind() == matter.kind() && one.matter().equals(matter.id()))
                .map(SuccessionCommand.Allotment::successor)
                .findFirst()
                .or(() ->
                        command.successors().size() == 1
                                ? Optional.of(command.successors().getFirst())
                                : Optional.empty())
                .filter(command.successors()::contains);
    }

    private static Settlement line(CcgCode ccg, Matter matter, @Nullable BodyRef successor) {
        return new Settlement(
                ccg, matter.kind(), matter.id(), canPass(matter.kind()) ? successor : null);
    }

    private static boolean canPass(MatterKind kind) {
        return switch (kind) {
            case CONDITION, DIRECTION, SUPPORT -> false;
            case PRACTICE, DECLARATIONS, JOINT_MEMBERSHIP, CO_COMMISSIONING, PROCUREMENT -> true;
        };
    }

    private static boolean needsSuccessor(MatterKind kind) {
        return switch (kind) {
            case PRACTICE, PROCUREMENT -> true;
            case CONDITION, DIRECTION, DECLARATIONS, JOINT_MEMBERSHIP, CO_COMMISSIONING, SUPPORT ->
                    false;
        };
    }

    private static Stream<Matter> open(CcgCode ccg, Context context) {
        return OpenMatters.of(ccg, context.effectiveOn(), context.reads()).stream();
    }
}
