package org.ccgledger.command.interests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.interests.CarriedInterest;
import org.ccgledger.events.interests.InterestEvent;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestTerms;
import org.jspecify.annotations.Nullable;

/// What one person has declared to one group.
record InterestFile(Map<InterestId, Interest> interests) {

    static final InterestFile EMPTY = new InterestFile(Map.of());

    InterestFile(Map<InterestId, Interest> interests) {
        this.interests = Map.copyOf(interests);
    }

    /// An interest's days, and whether it is withheld from publication.
    record Interest(LocalDate from, @Nullable LocalDate until, boolean withheld) {

        Interest(InterestTerms terms, boolean withheld) {
            this(terms.from(), terms.until(), withheld);
        }

        boolean isLive(LocalDate on) {
            return until == null || !until.isBefore(on);
        }
    }

    /// The file that the events of its stream make.
    static InterestFile of(List<CcgEvent> events) {
        InterestFile file = EMPTY;
        for (CcgEvent event : events) {
            if (event instanceof InterestEvent interest) {
                file = file.evolve(interest);
            }
        }
        return file;
    }

    /// What is live on that day, in the order of the ids.
    List<CarriedInterest> live(LocalDate on) {
        return interests.entrySet().stream()
                .filter(entry -> entry.getValue().isLive(on))
                .map(entry ->
                        new CarriedInterest(
                                entry.getKey(),
                                entry.getValue().from(),
                                entry.getValue().until(),
                                entry.getValue().withheld()))
                .sorted(Comparator.comparing(carried -> carried.interest().value()))
                .toList();
    }

    Optional<Interest> interest(InterestId id) {
        return Optional.ofNullable(interests.get(id));
    }

    InterestFile evolve(InterestEvent event) {
        return switch (event) {
            case InterestDeclared e -> with(e.interest(), new Interest(e.terms(), false));
            case InterestAmended e ->
                    changed(e.interest(), interest -> new Interest(e.terms(), interest.withheld()));
            case InterestEnded e ->
                    changed(
                            e.interest(),
                            interest ->
                                    new Interest(interest.from(), e.until(), interest.withheld()));
            case PublicationWithheld e ->
                    changed(
                            e.interest(),
                            interest -> new Interest(interest.from(), interest.until(), true));
            case InterestsCarriedForward e -> {
                InterestFile file = this;
                for (CarriedInterest carried : e.interests()) {
                    file =
                            file.with(
                                    carried.interest(),
                                    new Interest(
                                            carried.from(), carried.until(), carried.withheld()));
                }
                yield file;
            }
            case InterestDeclaredLate _, NilInterestsDeclared _, InterestConfirmed _ -> this;
        };
    }

    private InterestFile changed(InterestId id, UnaryOperator<Interest> change) {
        return interest(id).map(interest -> with(id, change.apply(interest))).orElse(this);
    }

    private InterestFile with(InterestId id, Interest interest) {
        Map<InterestId, Interest> changed = new HashMap<>(interests);
        changed.put(id, interest);
        return new InterestFile(changed);
    }
}
