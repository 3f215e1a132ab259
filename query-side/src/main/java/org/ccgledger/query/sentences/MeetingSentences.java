package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.function;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.LossReason;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.ReferralRoute;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;

final class MeetingSentences {

    private MeetingSentences() {}

    static String of(MeetingEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(MeetingEvent event, GroupNames groups) {
        String meeting = "meeting " + event.meeting();
        String forum = forum(event.forum(), groups);
        return switch (event) {
            case MeetingScheduled e ->
                    meeting
                            + " of "
                            + forum
                            + " was called for "
                            + day(e.meetingOn())
                            + (e.heldInPublic() ? ", in public" : ", in private");
            case MeetingOpened _ -> meeting + " of " + forum + " was opened";
            case AttendanceRecorded e ->
                    capacity(e.capacity())
                            + behalf(e.body(), groups)
                            + (e.until() == null
                                    ? " attended " + meeting + " from " + e.from()
                                    : " left "
                                            + meeting
                                            + " at "
                                            + e.until()
                                            + ", having attended from "
                                            + e.from());
            case ItemTabled e ->
                    quoted(e.title())
                            + " was tabled as "
                            + item(e.item(), meeting)
                            + " of "
                            + forum
                            + ", a decision on "
                            + function(e.function())
                            + " under "
                            + e.authority().instrument()
                            + " "
                            + e.authority().provision()
                            + concerning(e.concerns(), groups);
            case InterestsCalled e ->
                    "the chair called for interests in " + item(e.item(), meeting);
            case InterestDeclaredAtMeeting e ->
                    "somebody present declared an interest in "
                            + item(e.item(), meeting)
                            + (e.spoken() == null ? "" : ", which was new");
            case InterestRuled e ->
                    "whoever presided ruled on an interest in "
                            + item(e.item(), meeting)
                            + ": "
                            + ruling(e.ruling());
            case VotingOpened e ->
                    "voting was opened on "
                            + item(e.item(), meeting)
                            + ", with "
                            + e.eligible().size()
                            + " who may vote and a quorum of "
                            + e.quorum();
            case VoteCast e ->
                    "a voter"
                            + behalf(e.body(), groups)
                            + " "
                            + vote(e.vote())
                            + " "
                            + item(e.item(), meeting);
            case DecisionCarried e ->
                    forum
                            + " carried "
                            + quoted(e.title())
                            + ", "
                            + item(e.item(), meeting)
                            + ", with "
                            + tally(e.tally(), e.castingVote())
                            + ", and bound "
                            + bodies(e.bound(), groups);
            case DecisionImposedOnDissentingMember e ->
                    body(e.member(), groups)
                            + " was bound by the decision on "
                            + item(e.item(), meeting)
                            + " although it voted against";
            case DecisionLost e ->
                    forum
                            + " did not carry "
                            + quoted(e.title())
                            + ", "
                            + item(e.item(), meeting)
                            + ", with "
                            + tally(e.tally(), e.castingVote())
                            + ", since "
                            + reason(e.reason());
            case ItemDeferred e ->
                    item(e.item(), meeting)
                            + " was deferred"
                            + (e.to() == null ? "" : " to meeting " + e.to());
            case ItemReferred e ->
                    item(e.item(), meeting)
                            + " was referred to "
                            + route(e.route())
                            + (e.to() == null ? "" : ", " + forum(e.to(), groups));
            case MeetingClosed _ -> meeting + " of " + forum + " was closed";
            case MinutesApproved e ->
                    "the minutes of " + meeting + " were approved, " + quoted(e.minutes());
            case DecisionMinuted e ->
                    forum
                            + (e.carried() ? " carried " : " did not carry ")
                            + quoted(e.title())
                            + ", "
                            + item(e.item(), meeting)
                            + ", with "
                            + tally(e.tally())
                            + ", by the minutes "
                            + quoted(e.minutes());
            case DecisionTainted e ->
                    "an interest of somebody who had voted came to touch the decision on "
                            + item(e.item(), meeting);
            case DecisionRescinded e ->
                    "the decision on "
                            + item(e.item(), meeting)
                            + " gave way to that on "
                            + item(e.byItem(), "meeting " + e.byMeeting());
            case DecisionRatified e ->
                    "the decision on "
                            + item(e.item(), meeting)
                            + " was ratified at meeting "
                            + e.atMeeting();
        };
    }

    private static String forum(ForumRef forum, GroupNames groups) {
        return switch (forum.kind()) {
            case GOVERNING_BODY -> "the governing body of " + groups.of(new CcgCode(forum.code()));
            case JOINT_COMMITTEE -> "joint committee " + forum.code();
            case COMMITTEE -> "committee " + forum.code();
        };
    }

    private static String item(ItemId item, String meeting) {
        return "item " + item + " of " + meeting;
    }

    private static String concerning(List<BodyRef> bodies, GroupNames groups) {
        return bodies.isEmpty() ? "" : ", which concerns " + bodies(bodies, groups);
    }

    private static String bodies(List<BodyRef> bodies, GroupNames groups) {
        return Wording.and(bodies.stream().map(body -> body(body, groups)).toList());
    }

    private static String behalf(@Nullable BodyRef body, GroupNames groups) {
        return body == null ? "" : " for " + body(body, groups);
    }

    private static String capacity(AttendeeCapacity capacity) {
        return switch (capacity) {
            case VOTING_MEMBER -> "a voting member";
            case DEPUTY -> "a deputy";
            case IN_ATTENDANCE -> "somebody without a vote";
        };
    }

    private static String ruling(Ruling ruling) {
        return switch (ruling) {
            case NOTE -> "it is noted, and its holder takes part";
            case STAY_NO_VOTE -> "its holder stays for the debate and does not vote";
            case EXCLUDE -> "its holder leaves debate and decision";
        };
    }

    private static String vote(Vote vote) {
        return switch (vote) {
            case FOR -> "voted for";
            case AGAINST -> "voted against";
            case ABSTAIN -> "abstained on";
        };
    }

    private static String tally(Tally tally, @Nullable Vote castingVote) {
        return tally(tally) + (castingVote == null ? "" : " and the chair's casting vote");
    }

    private static String tally(Tally tally) {
        return tally.inFavour()
                + " for, "
                + tally.against()
                + " against and "
                + tally.abstained()
                + " abstaining";
    }

    private static String reason(LossReason reason) {
        return switch (reason) {
            case NOT_QUORATE -> "too few took part";
            case UNANIMITY_REQUIRED -> "all had to agree";
            case MAJORITY_NOT_REACHED -> "its votes were too few";
        };
    }

    private static String route(ReferralRoute route) {
        return switch (route) {
            case OTHER_COMMITTEE -> "another committee";
            case CO_OPTED_MEMBERS -> "the same body with members of another group";
            case HEALTH_AND_WELLBEING_BOARD -> "the health and wellbeing board";
            case CONFLICTS_PANEL -> "a conflicts panel";
        };
    }
}
