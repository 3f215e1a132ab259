package org.ccgledger.command.automation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.TakeOverCoCommissioning;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.interests.InterestCommand.CarryInterestsForward;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.NovateJointMembership;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ReviewJointMembership;
import org.ccgledger.command.membership.MembershipCommand.NovateMembership;
import org.ccgledger.command.procurement.ProcurementCommand.NovateProcurement;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGAbolished;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;

/// K10: when a group ceases to exist, each thing that was open passes to its successor, or ends, in
/// the boundary that it belongs to. What needs nothing there has ended by the cessation itself. A
/// member of a joint committee is suspended first, as one is that is directed.
public final class WhenGroupCeasesThenSettleWhatWasOpen {

    private WhenGroupCeasesThenSettleWhatWasOpen() {}

    /// What is to be settled at once: of groups whose last day has passed.
    public static List<Envelope> react(Cause cause, LocalDate today) {
        return due(cause).stream()
                .filter(settling -> !settling.effectiveOn().isAfter(today))
                .toList();
    }

    /// Everything that is to be settled, on the day on which the group is no more.
    public static List<Envelope> due(Cause cause) {
        return cause.event() instanceof CessationEvent cessation
                ? cessation.settlements().stream()
                        .flatMap(line -> settling(line).map(command -> sent(cause, line, command)))
                        .toList()
                : List.of();
    }

    private static Stream<Command> settling(Settlement line) {
        CcgCode ccg = line.ccg();
        Optional<CcgCode> successor = Optional.ofNullable(line.successor()).flatMap(BodyRef::asCcg);
        return switch (line.kind()) {
            case CONDITION, DIRECTION, SUPPORT -> Stream.empty();
            case PRACTICE -> Stream.of(new NovateMembership(ccg, new PracticeCode(line.matter())));
            case JOINT_MEMBERSHIP -> {
                JointCommitteeId committee = new JointCommitteeId(line.matter());
                yield Stream.of(
                        new ReviewJointMembership(committee, ccg),
                        new NovateJointMembership(committee, ccg));
            }
            case PROCUREMENT ->
                    Stream.of(new NovateProcurement(new ProcurementId(line.matter()), ccg));
            case DECLARATIONS ->
                    successor.stream()
                            .map(to ->
                                    new CarryInterestsForward(
                                            new PersonId(line.matter()), to, ccg));
            case CO_COMMISSIONING ->
                    successor.stream().map(to -> new TakeOverCoCommissioning(to, ccg));
        };
    }

    private static Envelope sent(Cause cause, Settlement line, Command command) {
        return cause.sends(
                "WhenGroupCeasesThenSettleWhatWasOpen",
                "%s/%s/%s/%s"
                        .formatted(
                                line.ccg(),
                                line.kind(),
                                line.matter(),
                                command.getClass().getSimpleName()),
                command,
                cause.event().effectiveOn(),
                power((CessationEvent) cause.event()));
    }

    private static Authority power(CessationEvent event) {
        return switch (event) {
            case CCGMerged _ -> Authority.of("NHS Act 2006", "s.14G");
            case CCGDissolved _ -> Authority.of("NHS Act 2006", "s.14H");
            case CCGAbolished _ -> Authority.of("Health and Care Act 2022", "s.14");
        };
    }
}
