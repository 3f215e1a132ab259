package org.ccgledger.command.meetings;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Forum.GoverningBody;
import org.ccgledger.command.boundaries.Forum.JointCommittee;
import org.ccgledger.command.boundaries.Forum.OwnCommittee;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.committees.CommitteeVotingRule;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.LossReason;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;

/// What votes come to under the rule of the body that meets: M9, J8 and J9.
///
/// Abstentions count for nothing. A tie loses, unless the terms of a committee give its chair a
/// casting vote.
///
/// @param seats of those who took part: with a vote, and not barred from it
/// @param castingVote of the chair
record Count(Sitting sitting, List<Ballot> ballots, int seats, @Nullable Vote castingVote) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    Tally tally() {
        return Tally.of(ballots);
    }

    /// Why it is lost; empty if it is carried.
    Optional<LossReason> lost() {
        if (seats < sitting.quorum()) {
            return Optional.of(LossReason.NOT_QUORATE);
        }
        return switch (sitting.forum()) {
            case GoverningBody _ -> byMajority();
            case JointCommittee joint -> by(joint.standing());
            case OwnCommittee(var committee, _) -> by(committee.terms());
        };
    }

    /// Whether the chair's casting vote decides.
    boolean isForChairToDecide() {
        return sitting.forum() instanceof OwnCommittee(var committee, _)
                && committee.terms().castingVote()
                && committee.terms().votingRule() == CommitteeVotingRule.MAJORITY
                && tally().inFavour() == tally().against()
                && seats >= sitting.quorum();
    }

    private Optional<LossReason> by(CommitteeTerms terms) {
        return switch (terms.votingRule()) {
            case UNANIMITY -> byUnanimity();
            case MAJORITY ->
                    isForChairToDecide() && castingVote == Vote.FOR
                            ? Optional.empty()
                            : byMajority();
            case SUPERMAJORITY -> byPercentage(terms.percent());
        };
    }

    /// J9: where a majority may not bind the others, all who take part have to agree.
    @Upholds(
            id = "J9",
            title =
                    "A majority binds those who dissent only where every member has agreed to that; otherwise all have to agree")
    private Optional<LossReason> by(JointTerms terms) {
        return isUnanimous(terms)
                ? byUnanimity()
                : switch (terms.votingRule()) {
                    case UNANIMITY, MAJORITY, CONSENSUS_THEN_VOTE -> byMajority();
                    case SUPERMAJORITY -> byPercentage(terms.percent());
                };
    }

    private static boolean isUnanimous(JointTerms terms) {
        return !terms.majorityMayBind() || terms.votingRule() == JointVotingRule.UNANIMITY;
    }

    private Optional<LossReason> byUnanimity() {
        return tally().inFavour() > 0 && tally().inFavour() == seats
                ? Optional.empty()
                : Optional.of(LossReason.UNANIMITY_REQUIRED);
    }

    private Optional<LossReason> byMajority() {
        return tally().inFavour() > tally().against()
                ? Optional.empty()
                : Optional.of(LossReason.MAJORITY_NOT_REACHED);
    }

    private Optional<LossReason> byPercentage(@Nullable BigDecimal percent) {
        BigDecimal inFavour = BigDecimal.valueOf(tally().inFavour());
        BigDecimal cast = BigDecimal.valueOf(tally().inFavour() + tally().against());
        BigDecimal needed = Objects.requireNonNullElse(percent, ALL).multiply(cast);
        return cast.signum() > 0 && ALL.multiply(inFavour).compareTo(needed) >= 0
                ? Optional.empty()
                : Optional.of(LossReason.MAJORITY_NOT_REACHED);
    }

    /// J8: whom it binds once it is carried. A member of a joint committee is bound by a decision
    /// within the scope, the quorum and the voting rule of the terms that it has itself agreed to,
    /// and against its vote, or without it, only if these terms let a majority bind it.
    List<BodyRef> bound(FunctionCode function) {
        return bound(
                sitting,
                ballots,
                function,
                terms -> seats >= terms.quorum() && by(terms).isEmpty());
    }

    /// Whom a decision binds of which the minutes say that it was carried.
    static List<BodyRef> boundAsMinuted(
            Sitting sitting, List<Ballot> ballots, @Nullable FunctionCode function) {
        return bound(sitting, ballots, function, _ -> true);
    }

    private static List<BodyRef> bound(
            Sitting sitting,
            List<Ballot> ballots,
            @Nullable FunctionCode function,
            Predicate<JointTerms> isCarried) {
        return switch (sitting.forum()) {
            case GoverningBody(var ccg, _) -> List.of(BodyRef.ccg(ccg));
            case OwnCommittee(var committee, _) -> List.of(BodyRef.ccg(committee.ccg()));
            case JointCommittee joint ->
                    joint.members().entrySet().stream()
                            .filter(member -> {
                                JointTerms terms = member.getValue();
                                return (function == null || terms.functions().contains(function))
                                        && isCarried.test(terms)
                                        && (terms.majorityMayBind()
                                                || bodies(ballots, Vote.FOR)
                                                        .contains(member.getKey()));
                            })
                            .map(Map.Entry::getKey)
                            .sorted(Comparator.comparing(BodyRef::value))
                            .toList();
        };
    }

    /// J10: the bound members that voted against.
    @Upholds(id = "J10", title = "That a decision binds a member against its vote is recorded")
    List<BodyRef> imposedOn(List<BodyRef> bound) {
        return bound.stream().filter(bodies(ballots, Vote.AGAINST)::contains).toList();
    }

    /// The bound members of a joint committee whose vote is missing.
    List<BodyRef> absent(List<BodyRef> bound) {
        return switch (sitting.forum()) {
            case GoverningBody _, OwnCommittee _ -> List.of();
            case JointCommittee _ ->
                    bound.stream()
                            .filter(body -> ballots.stream().noneMatch(b -> body.equals(b.body())))
                            .toList();
        };
    }

    private static Set<BodyRef> bodies(List<Ballot> ballots, Vote vote) {
        return ballots.stream()
                .filter(ballot -> ballot.vote() == vote)
                .map(Ballot::body)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }
}
