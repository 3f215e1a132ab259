package org.ccgledger.command.meetings;

import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;

import java.util.Optional;
import org.ccgledger.command.boundaries.Forum;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.ActorNotOfThisBody;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.meetings.MeetingEvent;

/// Decides on meetings. The boundary is one meeting with its items; who sits in the body that
/// meets, and what its people have declared to whomever, is read of other boundaries.
public final class MeetingDecider {

    /// The decisions on meetings.
    public static final Decider<MeetingCommand, ?> DECIDER =
            Decider.of(MeetingCommand.class, command -> StreamName.meeting(command.meeting()))
                    .<Meeting, MeetingEvent>state(
                            Meeting.UNKNOWN, MeetingEvent.class, Meeting::evolve)
                    .deciding(MeetingDecider::decide);

    private MeetingDecider() {}

    private static Decision decide(MeetingCommand command, Meeting meeting, Context context) {
        return switch (command) {
            case ScheduleMeeting schedule ->
                    sitting(
                            command.meeting(),
                            meeting,
                            schedule.forum(),
                            context,
                            sitting -> Agenda.schedule(schedule, sitting));
            case RecordMinutedDecision minuted ->
                    sitting(
                            command.meeting(),
                            meeting,
                            minuted.forum(),
                            context,
                            sitting -> Aftermath.minuted(minuted, sitting));
            case RecordTaint taint ->
                    meeting.item(taint.item())
                            .map(item -> Aftermath.taint(taint, meeting, item, context))
                            .orElseGet(() -> noItem(taint));
            case OpenMeeting _ -> held(command.meeting(), meeting, context, Agenda::open);
            case RecordAttendance attendance ->
                    held(
                            command.meeting(),
                            meeting,
                            context,
                            sitting -> Agenda.attendance(attendance, sitting));
            case TableItem table ->
                    held(
                            command.meeting(),
                            meeting,
                            context,
                            sitting -> Agenda.table(table, sitting));
            case CloseMeeting _ -> held(command.meeting(), meeting, context, Agenda::close);
            case ApproveMinutes approve ->
                    held(
                            command.meeting(),
                            meeting,
                            context,
                            sitting -> Agenda.approve(approve, sitting));
            case CallForInterests call ->
                    item(
                            call,
                            meeting,
                            context,
                            (sitting, item) -> Interests.call(call, sitting, item));
            case DeclareInterestAtMeeting declare ->
                    item(
                            declare,
                            meeting,
                            context,
                            (sitting, item) -> Interests.declare(declare, sitting, item));
            case RuleOnInterest rule ->
                    item(
                            rule,
                            meeting,
                            context,
                            (sitting, item) -> Interests.rule(rule, sitting, item));
            case OpenVoting open ->
                    item(
                            open,
                            meeting,
                            context,
                            (sitting, item) -> Voting.open(open, sitting, item));
            case CastVote cast ->
                    item(
                            cast,
                            meeting,
                            context,
                            (sitting, item) -> Voting.cast(cast, sitting, item));
            case CloseVoting close ->
                    item(
                            close,
                            meeting,
                            context,
                            (sitting, item) -> Voting.close(close, sitting, item));
            case DeferItem defer ->
                    item(
                            defer,
                            meeting,
                            context,
                            (sitting, item) -> Agenda.defer(defer, sitting, item));
            case ReferItem refer ->
                    item(
                            refer,
                            meeting,
                            context,
                            (sitting, item) -> Agenda.refer(refer, sitting, item));
            case RescindDecision rescind ->
                    item(
                            rescind,
                            meeting,
                            context,
                            (sitting, item) -> Aftermath.rescind(rescind, sitting, item));
            case RatifyDecision ratify ->
                    item(
                            ratify,
                            meeting,
                            context,
                            (sitting, item) -> Aftermath.ratify(ratify, sitting, item));
        };
    }

    /// A step at a meeting.
    private interface Step {
        Decision decide(Sitting sitting);
    }

    /// A step about an item.
    private interface ItemStep {
        Decision decide(Sitting sitting, Item item);
    }

    private static Decision item(OnItem command, Meeting meeting, Context context, ItemStep step) {
        return held(
                command.meeting(),
                meeting,
                context,
                sitting ->
                        meeting.item(command.item())
                                .map(item -> step.decide(sitting, item))
                                .orElseGet(() -> noItem(command)));
    }

    private static Decision held(MeetingId id, Meeting meeting, Context context, Step step) {
        ForumRef forum = meeting.forum();
        return forum == null
                ? notFound("No meeting " + id)
                : happened(sitting(id, meeting, forum, context, step), context);
    }

    /// A meeting may be called for a day to come; nothing is done at it before.
    private static Decision happened(Decision decision, Context context) {
        return decision instanceof Decision.Accepted
                        && context.effectiveOn().isAfter(context.today())
                ? refuse(new EffectiveDateInFuture(context.today()))
                : decision;
    }

    private static Decision sitting(
            MeetingId id, Meeting meeting, ForumRef ref, Context context, Step step) {
        Optional<Forum> forum = Forum.at(ref, context.effectiveOn(), context.reads());
        if (forum.isEmpty()) {
            return notFound("No body " + ref + " exists by " + context.effectiveOn());
        }
        return forum.get().parties().contains(context.actor().body())
                ? step.decide(new Sitting(id, meeting, ref, forum.get(), context))
                : refuse(new ActorNotOfThisBody(context.actor().body()));
    }

    private static Decision noItem(OnItem command) {
        return notFound("No item " + command.item() + " of meeting " + command.meeting());
    }
}
