package org.ccgledger.command.jointcommittees;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Constitutions;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Functions.Exerciser.Itself;
import org.ccgledger.command.boundaries.Functions.Exerciser.Taken;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.boundaries.Powers;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.PowerCode;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.PowerManner;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.registry.ConstitutionPermission;

/// What a joint committee needs of its members and of the law on a day.
final class Requirements {

    private Requirements() {}

    /// A rule that is asked once those before it have not refused.
    interface Check {
        Optional<? extends JointCommitteeRefusal> refusal();
    }

    /// The first of the rules that refuses; none is asked after that.
    static Optional<JointCommitteeRefusal> first(Check... rules) {
        return Stream.of(rules)
                .map(Check::refusal)
                .flatMap(Optional::stream)
                .<JointCommitteeRefusal>map(refusal -> refusal)
                .findFirst();
    }

    static Optional<CCGNotOperational> operational(Collection<BodyRef> members, Context context) {
        return groups(members)
                .filter(ccg ->
                        !Operation.isOperational(ccg, context.effectiveOn(), context.reads()))
                .findFirst()
                .map(ccg -> new CCGNotOperational(ccg, context.effectiveOn()));
    }

    static Optional<LegalPowerNotInForce> power(JointPower power, Context context) {
        GivenPower needed =
                new GivenPower(
                        new PowerCode(
                                switch (power) {
                                    case S14Z3 -> "14Z3";
                                    case S14Z9 -> "14Z9";
                                    case S13Z -> "13Z";
                                }),
                        PowerManner.BY_JOINT_COMMITTEE);
        return Powers.isInForce(needed, context.effectiveOn(), context.reads())
                ? Optional.empty()
                : Optional.of(new LegalPowerNotInForce(power, context.effectiveOn()));
    }

    static Optional<TooFewMembers> members(JointPower power, Set<BodyRef> members) {
        return isTooFew(power, members)
                ? Optional.of(new TooFewMembers(members))
                : Optional.empty();
    }

    static boolean isTooFew(JointPower power, Set<BodyRef> members) {
        long groups = groups(members).count();
        return switch (power) {
            case S14Z3 -> groups < 2;
            case S14Z9, S13Z -> groups < 1 || !members.contains(BodyRef.BOARD);
        };
    }

    static Optional<ConstitutionDoesNotPermit> constitutions(
            Collection<BodyRef> members, Context context) {
        Set<CcgCode> without =
                groups(members)
                        .filter(ccg ->
                                !Constitutions.permits(
                                        ccg,
                                        ConstitutionPermission.JOINT_COMMITTEES,
                                        context.effectiveOn(),
                                        context.reads()))
                        .collect(Collectors.toUnmodifiableSet());
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConstitutionDoesNotPermit(without));
    }

    /// The functions of s.13Z are the Board's, so nothing can have been taken from a group.
    static Optional<FunctionNotExercisable> functions(
            JointPower power,
            Collection<BodyRef> members,
            List<FunctionCode> functions,
            Context context) {
        return power == JointPower.S13Z
                ? Optional.empty()
                : groups(members)
                        .flatMap(ccg ->
                                functions.stream()
                                        .flatMap(function -> taken(ccg, function, context)))
                        .findFirst();
    }

    private static Stream<FunctionNotExercisable> taken(
            CcgCode ccg, FunctionCode function, Context context) {
        return switch (Functions.exerciser(ccg, function, context.effectiveOn(), context.reads())) {
            case Itself() -> Stream.empty();
            case Taken(_, var exercisedBy) ->
                    Stream.of(new FunctionNotExercisable(ccg, function, exercisedBy));
        };
    }

    static Optional<TermsIncomplete> complete(DraftTerms terms, int members) {
        Set<String> missing = terms.missing(members);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new TermsIncomplete(missing));
    }

    private static Stream<CcgCode> groups(Collection<BodyRef> members) {
        return members.stream().flatMap(member -> member.asCcg().stream());
    }
}
