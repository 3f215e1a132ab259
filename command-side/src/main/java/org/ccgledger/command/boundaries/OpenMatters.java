package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Declarations.Declared;
import org.ccgledger.command.boundaries.Functions.Exerciser;
import org.ccgledger.command.decision.Cessation;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.directions.DirectionEvent.FunctionExerciseAssigned;
import org.ccgledger.events.successions.MatterKind;

/// What is open with a group on a day, all that would be left behind if it ceased to exist.
public final class OpenMatters {

    private OpenMatters() {}

    /// One thing, by the id that its kind has.
    public record Matter(MatterKind kind, String id) {}

    /// Everything that is open, kind by kind, each in the order of the ids.
    public static List<Matter> of(CcgCode ccg, LocalDate on, Reads reads) {
        return Stream.of(
                        matters(MatterKind.CONDITION, OpenConditions.of(ccg, on, reads).stream()),
                        matters(
                                MatterKind.DIRECTION,
                                IssuedDirections.asAt(ccg, on, reads)
                                        .inForce(on)
                                        .map(direction -> direction.terms().direction())),
                        matters(MatterKind.PRACTICE, Memberships.of(ccg, on, reads).stream()),
                        matters(
                                MatterKind.DECLARATIONS,
                                Declarations.of(Tag.ccg(ccg), on, reads).interests().stream()
                                        .filter(declared -> declared.isLive(on))
                                        .map(Declared::person)),
                        matters(
                                MatterKind.JOINT_MEMBERSHIP,
                                JointCommittees.of(ccg, reads).stream()),
                        matters(
                                MatterKind.CO_COMMISSIONING,
                                CoCommissioningLevels.of(ccg, on, reads).stream()
                                        .map(CoCommissioningLevels.Part::level)),
                        matters(MatterKind.PROCUREMENT, Procurements.open(ccg, on, reads).stream()),
                        matters(
                                MatterKind.SUPPORT,
                                SupportArrangements.open(ccg, on, reads).stream()))
                .flatMap(matters -> matters)
                .toList();
    }

    private static Stream<Matter> matters(MatterKind kind, Stream<?> ids) {
        return ids.map(Object::toString).distinct().sorted().map(id -> new Matter(kind, id));
    }

    /// A function of another group.
    public record Exercised(CcgCode of, FunctionCode function) {}

    /// SI 2012/1631 reg 8 and NHS Act 2006 s.14Z21: what the group exercises in others' place on
    /// that day. Only the Board can say who does so next.
    public static Set<Exercised> exercisedForOthers(CcgCode ccg, LocalDate on, Reads reads) {
        BodyRef exerciser = BodyRef.ccg(ccg);
        return reads.tagged(Tag.body(exerciser), FunctionExerciseAssigned.class).stream()
                .filter(assigned -> Cessation.by(assigned.ccg(), on, reads).isEmpty())
                .filter(assigned ->
                        Functions.exerciser(assigned.ccg(), assigned.function(), on, reads)
                                        instanceof Exerciser.Taken(_, var exercisedBy)
                                && exercisedBy.equals(exerciser))
                .map(assigned -> new Exercised(assigned.ccg(), assigned.function()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
