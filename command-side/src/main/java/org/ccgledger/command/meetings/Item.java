package org.ccgledger.command.meetings;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.meetings.Ballot;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.jspecify.annotations.Nullable;

/// Where one item of a meeting stands.
///
/// @param declared at the meeting
/// @param votes the last of each voter; once decided, those that count
record Item(
        Stage stage,
        Matter matter,
        Map<InterestId, InterestDeclaredAtMeeting> declared,
        Map<InterestId, InterestRuled> rulings,
        Map<PersonId, Cast> votes,
        Aftermath aftermath) {

    static final Item UNKNOWN =
            new Item(
                    Stage.UNKNOWN,
                    new Matter(null, null, List.of()),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    new Aftermath(null, Set.of(), Set.of(), null, null));

    /// How far an item has come.
    enum Stage {
        UNKNOWN,
        TABLED,
        INTERESTS_CALLED,
        VOTING,
        CARRIED,
        LOST,
        DEFERRED,
        REFERRED;

        boolean isSettled() {
            return switch (this) {
                case UNKNOWN, TABLED, INTERESTS_CALLED, VOTING -> false;
                case CARRIED, LOST, DEFERRED, REFERRED -> true;
            };
        }

        boolean isDecided() {
            return this == CARRIED || this == LOST;
        }
    }

    /// What it is about.
    record Matter(
            @Nullable ItemTabled tabled,
            @Nullable DecisionMinuted minuted,
            List<BodyRef> concerns) {}

    /// A vote and the day on which it was cast.
    record Cast(Ballot ballot, LocalDate on) {}

    /// An interest that taints a decision.
    record Taint(PersonId person, @Nullable InterestId interest, @Nullable PracticeCode practice) {}

    /// What has become of a decision.
    ///
    /// @param taints all there ever were
    /// @param open those that no meeting has ratified the decision in spite of
    record Aftermath(
            @Nullable LocalDate decidedOn,
            Set<Taint> taints,
            Set<Taint> open,
            @Nullable DecisionRescinded rescinded,
            @Nullable DecisionRatified ratified) {}

    boolean isKnown() {
        return stage != Stage.UNKNOWN;
    }

    Optional<Cast> vote(PersonId person) {
        return Optional.ofNullable(votes.get(person));
    }

    Item tabled(ItemTabled e) {
        return new Item(
                Stage.TABLED,
                new Matter(e, null, e.concerns()),
                declared,
                rulings,
                votes,
                aftermath);
    }

    Item minuted(DecisionMinuted e) {
        return new Item(
                        stage,
                        new Matter(matter.tabled(), e, e.concerns()),
                        declared,
                        rulings,
                        votes,
                        aftermath)
                .decided(e.carried() ? Stage.CARRIED : Stage.LOST, e.ballots(), e.effectiveOn());
    }

    Item at(Stage next) {
        return new Item(next, matter, declared, rulings, votes, aftermath);
    }

    Item declared(InterestDeclaredAtMeeting e) {
        return new Item(stage, matter, with(declared, e.interest(), e), rulings, votes, aftermath);
    }

    Item ruled(InterestRuled e) {
        return new Item(stage, matter, declared, with(rulings, e.interest(), e), votes, aftermath);
    }

    Item voted(VoteCast e) {
        return new Item(
                stage,
                matter,
                declared,
                rulings,
                with(
                        votes,
                        e.person(),
                        new Cast(new Ballot(e.person(), e.body(), e.vote()), e.effectiveOn())),
                aftermath);
    }

    /// From now on the votes are those that count.
    Item decided(Stage outcome, List<Ballot> ballots, LocalDate on) {
        Map<PersonId, Cast> counted = new LinkedHashMap<>();
        ballots.forEach(ballot -> {
            Cast before = votes.get(ballot.person());
            counted.put(ballot.person(), new Cast(ballot, before == null ? on : before.on()));
        });
        return new Item(
                outcome,
                matter,
                declared,
                rulings,
                Collections.unmodifiableMap(counted),
                new Aftermath(
                        on,
                        aftermath.taints(),
                        aftermath.open(),
                        aftermath.rescinded(),
                        aftermath.ratified()));
    }

    Item tainted(DecisionTainted e) {
        Taint taint = new Taint(e.person(), e.interest(), e.practice());
        return with(
                new Aftermath(
                        aftermath.decidedOn(),
                        with(aftermath.taints(), taint),
                        with(aftermath.open(), taint),
                        aftermath.rescinded(),
                        aftermath.ratified()));
    }

    Item rescinded(DecisionRescinded e) {
        return with(
                new Aftermath(
                        aftermath.decidedOn(),
                        aftermath.taints(),
                        aftermath.open(),
                        e,
                        aftermath.ratified()));
    }

    Item ratified(DecisionRatified e) {
        return with(
                new Aftermath(
                        aftermath.decidedOn(),
                        aftermath.taints(),
                        Set.of(),
                        aftermath.rescinded(),
                        e));
    }

    private Item with(Aftermath now) {
        return new Item(stage, matter, declared, rulings, votes, now);
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        Map<K, V> all = new LinkedHashMap<>(before);
        all.put(key, value);
        return Collections.unmodifiableMap(all);
    }

    private static <T> Set<T> with(Set<T> before, T more) {
        Set<T> all = new HashSet<>(before);
        all.add(more);
        return Set.copyOf(all);
    }
}
