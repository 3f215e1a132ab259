package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interests.CarriedInterest;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestEvent;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestTerms;
import org.jspecify.annotations.Nullable;

/// What was declared by a day: to a group under its tag, by a person under that of the person.
///
/// What has been decided on a declaration, its confirmation or withholding, is known whatever the
/// day of the decision.
public final class Declarations {

    private final Map<InterestId, Declared> interests = new HashMap<>();
    private final Map<PersonId, NilInterestsDeclared> nil = new HashMap<>();
    private final Map<PersonId, LocalDate> lastActOn = new HashMap<>();

    private Declarations() {}

    /// An interest as it was last declared.
    ///
    /// @param until its last day, if it is known to have one
    /// @param confirmedOn if it was since it was declared or amended
    public record Declared(
            InterestId interest,
            PersonId person,
            DeclarantClass declarant,
            @Nullable PracticeCode practice,
            boolean decisionMaking,
            boolean consentToPublish,
            InterestTerms terms,
            @Nullable LocalDate until,
            @Nullable LocalDate confirmedOn,
            boolean withheld) {

        public boolean isLive(LocalDate on) {
            return until == null || !until.isBefore(on);
        }

        private Declared amended(InterestTerms now) {
            return with(now, now.until(), null, withheld);
        }

        private Declared ended(LocalDate lastDay) {
            return with(terms, lastDay, confirmedOn, withheld);
        }

        private Declared confirmed(LocalDate on) {
            return with(terms, until, on, withheld);
        }

        private Declared hidden() {
            return with(terms, until, confirmedOn, true);
        }

        private Declared with(
                InterestTerms nowTerms,
                @Nullable LocalDate nowUntil,
                @Nullable LocalDate nowConfirmedOn,
                boolean nowWithheld) {
            return new Declared(
                    interest,
                    person,
                    declarant,
                    practice,
                    decisionMaking,
                    consentToPublish,
                    nowTerms,
                    nowUntil,
                    nowConfirmedOn,
                    nowWithheld);
        }
    }

    public static Declarations of(Tag tag, LocalDate on, Reads reads) {
        Declarations declarations = new Declarations();
        reads.tagged(tag, InterestEvent.class)
                .forEach(event -> {
                    if (event instanceof InterestsCarriedForward carried) {
                        declarations.carry(carried, tag, on, reads);
                    } else {
                        declarations.evolve(event, on);
                    }
                });
        return declarations;
    }

    /// What is carried forward leaves the one group and comes to the other, as it stood.
    private void carry(InterestsCarriedForward event, Tag tag, LocalDate on, Reads reads) {
        if (event.effectiveOn().isAfter(on)) {
            return;
        }
        List<InterestId> ids = event.interests().stream().map(CarriedInterest::interest).toList();
        if (tag.equals(Tag.ccg(event.from()))) {
            ids.forEach(interests::remove);
        } else if (tag.equals(Tag.ccg(event.ccg()))) {
            of(Tag.ccg(event.from()), event.effectiveOn().minusDays(1), reads).interests().stream()
                    .filter(declared -> ids.contains(declared.interest()))
                    .forEach(declared -> interests.put(declared.interest(), declared));
            lastActOn.putIfAbsent(event.person(), event.effectiveOn());
        }
    }

    public Collection<Declared> interests() {
        return interests.values();
    }

    /// The last declaration of each person that there is nothing to declare.
    public Collection<NilInterestsDeclared> nil() {
        return nil.values();
    }

    /// Everybody who has declared, nil included.
    public Set<PersonId> declarants() {
        return lastActOn.keySet();
    }

    /// Whether the person's declarations were looked at from that day on: by the person, or by
    /// somebody who confirmed one.
    public boolean isSeenSince(LocalDate day, PersonId person) {
        LocalDate last = lastActOn.get(person);
        return last != null && !last.isBefore(day);
    }

    private void evolve(InterestEvent event, LocalDate on) {
        boolean isKnown = !event.effectiveOn().isAfter(on);
        switch (event) {
            case InterestConfirmed e -> {
                change(e.interest(), declared -> declared.confirmed(e.effectiveOn()));
                seen(e, isKnown);
            }
            case PublicationWithheld e -> change(e.interest(), Declared::hidden);
            case InterestDeclaredLate _, InterestsCarriedForward _ -> {}
            case InterestDeclared e -> {
                if (isKnown) {
                    interests.put(e.interest(), declared(e));
                }
                seen(e, isKnown);
            }
            case InterestAmended e -> {
                if (isKnown) {
                    change(e.interest(), declared -> declared.amended(e.terms()));
                }
                seen(e, isKnown);
            }
            case InterestEnded e -> {
                if (isKnown) {
                    change(e.interest(), declared -> declared.ended(e.until()));
                }
                seen(e, isKnown);
            }
            case NilInterestsDeclared e -> {
                if (isKnown) {
                    nil.put(e.person(), e);
                }
                seen(e, isKnown);
            }
        }
    }

    private void seen(InterestEvent event, boolean isKnown) {
        if (isKnown) {
            lastActOn.put(event.person(), event.effectiveOn());
        }
    }

    private void change(InterestId id, UnaryOperator<Declared> change) {
        interests.computeIfPresent(id, (_, declared) -> change.apply(declared));
    }

    private static Declared declared(InterestDeclared e) {
        return new Declared(
                e.interest(),
                e.person(),
                e.declarant(),
                e.practice(),
                e.decisionMaking(),
                e.consentToPublish(),
                e.terms(),
                e.terms().until(),
                null,
                false);
    }
}
