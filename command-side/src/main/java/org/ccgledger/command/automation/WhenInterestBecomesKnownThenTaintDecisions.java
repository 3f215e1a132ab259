package org.ccgledger.command.automation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.meetings.MeetingCommand.RecordTaint;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.interests.InterestEvent.InterestAmended;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.interests.InterestEvent.NilInterestsDeclared;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.meetings.MeetingEvent.DecisionMinuted;
import org.ccgledger.events.meetings.MeetingEvent.VoteCast;

/// NHS Act 2006 s.14O(4): an interest that comes to light after a vote touches the decision.
///
/// A vote that is cast over an interest which the ledger holds is refused, so every vote to be
/// looked at was recorded before the interest. Whether it touches the decision is for the decider.
public final class WhenInterestBecomesKnownThenTaintDecisions {

    /// What tells of a person's votes; found under the tag of the person.
    public static final List<Class<? extends CcgEvent>> VOTES =
            List.of(VoteCast.class, DecisionMinuted.class);

    private WhenInterestBecomesKnownThenTaintDecisions() {}

    /// What a person is known to have voted on.
    @FunctionalInterface
    public interface Votes {
        List<CcgEvent> of(PersonId person);
    }

    public static List<Envelope> react(Cause cause, Votes votes) {
        return switch (cause.event()) {
            case InterestDeclared e -> about(cause, e.person(), e.terms().from(), votes);
            case InterestAmended e -> about(cause, e.person(), e.terms().from(), votes);
            case NilInterestsDeclared e when e.practice() != null ->
                    about(cause, e.person(), LocalDate.MIN, votes);
            case CcgEvent _ -> List.of();
        };
    }

    /// Of several votes of a person on an item the last tells the day.
    private static List<Envelope> about(Cause cause, PersonId person, LocalDate from, Votes votes) {
        Map<RecordTaint, LocalDate> votedOn = new LinkedHashMap<>();
        votes.of(person).stream()
                .flatMap(event ->
                        event instanceof MeetingEvent vote ? Stream.of(vote) : Stream.empty())
                .filter(vote -> !vote.effectiveOn().isBefore(from))
                .forEach(vote -> votedOn.put(taint(vote, person), vote.effectiveOn()));
        return votedOn.entrySet().stream()
                .map(vote ->
                        cause.sends(
                                "WhenInterestBecomesKnownThenTaintDecisions",
                                vote.getKey().meeting() + "/" + vote.getKey().item(),
                                vote.getKey(),
                                later(vote.getValue(), cause.event().effectiveOn()),
                                Authority.of("NHS Act 2006", "s.14O")))
                .toList();
    }

    private static RecordTaint taint(MeetingEvent vote, PersonId person) {
        return switch (vote) {
            case VoteCast e -> new RecordTaint(e.meeting(), e.item(), person);
            case DecisionMinuted e -> new RecordTaint(e.meeting(), e.item(), person);
            case MeetingEvent other ->
                    throw new IllegalArgumentException("Not asked for: " + other);
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
