package org.ccgledger.command.directions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// Where a group stands with the directions of the Board.
sealed interface Directions {

    record NotAuthorised() implements Directions {}

    /// Granted, with or without directions.
    ///
    /// @param drafts all that were drafted, issued or not
    /// @param consulted who was asked about a direction
    /// @param required what information was asked for
    record Authorised(
            IssuedDirections issued,
            Map<DirectionId, DirectionDrafted> drafts,
            Map<DirectionId, Set<BodyRef>> consulted,
            Map<Candidate, Willingness> willing,
            Map<Candidate, Consideration> considered,
            Set<Requirement> required)
            implements Directions {

        boolean knows(DirectionId direction) {
            return issued.find(direction).isPresent() || drafts.containsKey(direction);
        }

        /// Directions are numbered within the group, those of the grant first.
        DirectionId next(CcgCode ccg) {
            Set<DirectionId> numbered = new HashSet<>(issued.byId().keySet());
            numbered.addAll(drafts.keySet());
            return new DirectionId(ccg + "-D" + (numbered.size() + 1));
        }
    }

    /// Another group that might exercise a function.
    record Candidate(DirectionId direction, FunctionCode function, CcgCode other) {}

    record Willingness(boolean willing, String capability) {}

    record Consideration(boolean boardMostEffective, String capability) {}

    record Requirement(List<String> items, LocalDate due) {}

    default Directions evolve(CCGAuthorised event) {
        return authorised(IssuedDirections.NONE.evolve(event));
    }

    /// A group that comes of a merger begins without directions.
    default Directions evolve(CCGMerged merged) {
        return this instanceof NotAuthorised ? authorised(IssuedDirections.NONE) : this;
    }

    private static Directions authorised(IssuedDirections issued) {
        return new Authorised(issued, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Directions evolve(DirectionEvent event) {
        if (!(this
                instanceof
                Authorised(
                        var issued,
                        var drafts,
                        var consulted,
                        var willing,
                        var considered,
                        var required))) {
            return this;
        }
        return switch (event) {
            case InformationRequired e ->
                    new Authorised(
                            issued,
                            drafts,
                            consulted,
                            willing,
                            considered,
                            with(required, Set.of(new Requirement(e.items(), e.due()))));
            case DirectionDrafted e ->
                    new Authorised(
                            issued,
                            with(drafts, e.direction(), e),
                            consulted,
                            willing,
                            considered,
                            required);
            case DirectionConsultationOpened e ->
                    new Authorised(
                            issued,
                            drafts,
                            with(
                                    consulted,
                                    e.direction(),
                                    with(
                                            consulted.getOrDefault(e.direction(), Set.of()),
                                            e.consultees())),
                            willing,
                            considered,
                            required);
            case CCGWillingnessRecorded e ->
                    new Authorised(
                            issued,
                            drafts,
                            consulted,
                            with(
                                    willing,
                                    new Candidate(e.direction(), e.function(), e.other()),
                                    new Willingness(e.willing(), e.capability())),
                            considered,
                            required);
            case ExerciserConsidered e ->
                    new Authorised(
                            issued,
                            drafts,
                            consulted,
                            willing,
                            with(
                                    considered,
                                    new Candidate(e.direction(), e.function(), e.other()),
                                    new Consideration(e.boardMostEffective(), e.capability())),
                            required);
            case DirectionIssued _,
                    FunctionExerciseAssigned _,
                    DirectionVaried _,
                    DirectionRevoked _,
                    FunctionReturned _ ->
                    new Authorised(
                            issued.evolve(event), drafts, consulted, willing, considered, required);
        };
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        Map<K, V> all = new LinkedHashMap<>(before);
        all.put(key, value);
        return Collections.unmodifiableMap(all);
    }

    private static <T> Set<T> with(Set<T> before, Collection<T> more) {
        Set<T> all = new HashSet<>(before);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
