package org.ccgledger.command.automation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.boundaries.JointCommittees;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ReviewJointMembership;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.directions.DirectionEvent.DirectionVaried;
import org.ccgledger.events.directions.DirectionEvent.FunctionReturned;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeFormed;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointMemberAdmitted;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointMembershipNovated;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointTermsVaried;

/// K2: what a member brings to a joint committee is looked at again on every day on which a
/// direction to it begins, changes or ends, and on that on which it takes another's place.
///
/// Which committees those are, and which directions are to come, is looked up; the decider checks
/// again, so whoever looks too early or too late does no harm.
public final class WhenMemberIsDirectedThenReviewItsJointMemberships {

    private static final String NAME = "WhenMemberIsDirectedThenReviewItsJointMemberships";

    private WhenMemberIsDirectedThenReviewItsJointMemberships() {}

    /// What is to be reviewed at once: what falls on a day that has come.
    public static List<Envelope> react(Cause cause, Reads reads, LocalDate today) {
        return due(cause, reads).stream()
                .filter(review -> !review.effectiveOn().isAfter(today))
                .toList();
    }

    /// Everything that is to be reviewed, each on its day.
    public static List<Envelope> due(Cause cause, Reads reads) {
        return reviews(cause, reads).toList();
    }

    private static Stream<Envelope> reviews(Cause cause, Reads reads) {
        return switch (cause.event()) {
            case DirectionIssued e -> reviews(cause, e.ccg(), days(e, e.terms().period()), reads);
            case DirectionVaried e -> reviews(cause, e.ccg(), days(e, e.period()), reads);
            case DirectionRevoked e -> reviews(cause, e.ccg(), Set.of(e.effectiveOn()), reads);
            case FunctionReturned e -> reviews(cause, e.ccg(), Set.of(e.effectiveOn()), reads);
            case JointCommitteeFormed e ->
                    e.members().stream()
                            .flatMap(member -> member.asCcg().stream())
                            .flatMap(ccg -> toCome(cause, ccg, e.jointCommittee(), reads));
            case JointTermsVaried e ->
                    e.members().stream()
                            .flatMap(member -> member.asCcg().stream())
                            .flatMap(ccg -> toCome(cause, ccg, e.jointCommittee(), reads));
            case JointMemberAdmitted e ->
                    e.member().asCcg().stream()
                            .flatMap(ccg -> toCome(cause, ccg, e.jointCommittee(), reads));
            case JointMembershipNovated e ->
                    e.successor().asCcg().stream()
                            .map(ccg -> review(cause, e.jointCommittee(), ccg, e.effectiveOn()));
            case CcgEvent _ -> Stream.empty();
        };
    }

    /// The day of the event, and those on which the direction begins and has ended.
    private static Set<LocalDate> days(CcgEvent event, Period period) {
        Set<LocalDate> days = new LinkedHashSet<>();
        days.add(event.effectiveOn());
        Stream.concat(
                        Stream.of(period.from()),
                        Stream.ofNullable(period.until()).map(last -> last.plusDays(1)))
                .filter(day -> day.isAfter(event.effectiveOn()))
                .forEach(days::add);
        return days;
    }

    private static Stream<Envelope> reviews(
            Cause cause, CcgCode ccg, Set<LocalDate> days, Reads reads) {
        return JointCommittees.of(ccg, reads).stream()
                .flatMap(committee -> days.stream().map(day -> review(cause, committee, ccg, day)));
    }

    /// Directions that were issued before the group joined, and begin or end afterwards.
    private static Stream<Envelope> toCome(
            Cause cause, CcgCode ccg, JointCommitteeId committee, Reads reads) {
        return IssuedDirections.asAt(ccg, LocalDate.MAX, reads).byId().values().stream()
                .flatMap(direction -> days(cause.event(), direction.terms().period()).stream())
                .distinct()
                .map(day -> review(cause, committee, ccg, day));
    }

    private static Envelope review(
            Cause cause, JointCommitteeId committee, CcgCode ccg, LocalDate day) {
        return cause.sends(
                NAME,
                committee + "/" + ccg + "/" + day,
                new ReviewJointMembership(committee, ccg),
                day,
                Authority.of("NHS Act 2006", "s.14Z3"));
    }
}
