package org.ccgledger.command.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Declarations;
import org.ccgledger.command.boundaries.Declarations.Declared;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.NilInterestsDeclared;
import org.ccgledger.events.meetings.MeetingEvent.InterestDeclaredAtMeeting;
import org.ccgledger.events.meetings.MeetingEvent.InterestRuled;
import org.ccgledger.events.meetings.RuledInterest;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.SpokenInterest;
import org.jspecify.annotations.Nullable;

/// An interest that somebody has in an item on a day.
///
/// It lies in a body that the item concerns, or was declared or ruled on at the meeting. What was
/// declared to any group counts, and whenever it was declared: only the interest's own days matter.
///
/// @param interest that was declared
/// @param practice of the person's own, in which an interest is taken for granted
/// @param ruling on the interest as it is now; absent while it has none
record Conflict(
        PersonId person,
        @Nullable InterestId interest,
        @Nullable PracticeCode practice,
        InterestCategory category,
        @Nullable Ruling ruling) {

    /// The interests of one person, in an order of their own.
    static List<Conflict> of(PersonId person, Item item, LocalDate on, Reads reads) {
        Declarations known = Declarations.of(Tag.person(person), LocalDate.MAX, reads);
        Map<InterestId, InterestCategory> live = new LinkedHashMap<>();
        known.interests().stream()
                .filter(declared -> isLive(declared, on) && touches(declared, item))
                .forEach(declared -> live.put(declared.interest(), declared.terms().category()));
        Set<InterestId> registered =
                known.interests().stream()
                        .map(Declared::interest)
                        .collect(Collectors.toUnmodifiableSet());
        for (InterestDeclaredAtMeeting declared : item.declared().values()) {
            SpokenInterest spoken = declared.spoken();
            if (spoken != null
                    && declared.person().equals(person)
                    && !registered.contains(declared.interest())) {
                live.put(declared.interest(), spoken.category());
            }
        }
        List<Conflict> conflicts = new ArrayList<>();
        live.forEach((interest, category) ->
                conflicts.add(
                        new Conflict(
                                person,
                                interest,
                                null,
                                category,
                                ruling(item, interest, category))));
        ownPractices(known, item, on)
                .forEach(practice ->
                        conflicts.add(
                                new Conflict(
                                        person,
                                        null,
                                        practice,
                                        InterestCategory.FINANCIAL,
                                        Ruling.EXCLUDE)));
        return conflicts.stream().sorted(Comparator.comparing(Conflict::name)).toList();
    }

    private static boolean isLive(Declared declared, LocalDate on) {
        return declared.isLive(on) && !declared.terms().from().isAfter(on);
    }

    private static boolean touches(Declared declared, Item item) {
        BodyRef organisation = declared.terms().organisation();
        return (organisation != null && item.matter().concerns().contains(organisation))
                || item.declared().containsKey(declared.interest())
                || item.rulings().containsKey(declared.interest());
    }

    /// A ruling on an interest of another kind says nothing about what the interest is now.
    private static @Nullable Ruling ruling(
            Item item, InterestId interest, InterestCategory category) {
        InterestRuled ruled = item.rulings().get(interest);
        return ruled != null && ruled.category() == category ? ruled.ruling() : null;
    }

    /// I8: whoever declares for a practice has an interest in what concerns it.
    @Upholds(
            id = "I8",
            title =
                    "A member does not vote on what concerns their own practice, and nobody has to rule on it")
    private static Stream<PracticeCode> ownPractices(Declarations known, Item item, LocalDate on) {
        return Stream.concat(
                        known.interests().stream()
                                .filter(declared -> isLive(declared, on))
                                .map(Declared::practice),
                        known.nil().stream().map(NilInterestsDeclared::practice))
                .flatMap(Stream::ofNullable)
                .filter(practice -> item.matter().concerns().contains(BodyRef.practice(practice)))
                .distinct();
    }

    /// By what it is known: the declared one by its id, the other by its practice.
    String name() {
        return interest == null ? String.valueOf(practice) : interest.value();
    }

    boolean isUnresolved() {
        return ruling == null;
    }

    boolean bars() {
        return ruling != null && ruling.barsFromVoting();
    }

    /// Whether the meeting has not cleared it.
    boolean standsInTheWay() {
        return isUnresolved() || bars();
    }

    /// As it stands in the record of a vote; what has no ruling does not stand there.
    Optional<RuledInterest> asRuled() {
        return Optional.ofNullable(ruling)
                .map(ruled -> new RuledInterest(person, interest, practice, ruled));
    }

    static Set<String> names(Collection<Conflict> conflicts) {
        return conflicts.stream().map(Conflict::name).collect(Collectors.toUnmodifiableSet());
    }
}
