package org.ccgledger.command.predecessors;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PostId;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.PredecessorEvent;
import org.ccgledger.events.predecessors.PredecessorEvent.*;
import org.ccgledger.events.predecessors.Share;
import org.ccgledger.events.predecessors.TransferLine;

/// Where a primary care trust stands.
sealed interface Predecessor {

    record Unregistered() implements Predecessor {}

    record Registered(Trust trust) implements Predecessor {}

    record Abolished(Trust trust, LocalDate since) implements Predecessor {}

    /// A trust, and who comes after it.
    ///
    /// @param successions what becomes of each holding, as far as a scheme says so
    /// @param posts that were transferred
    record Trust(
            String name,
            ShaCode sha,
            Set<Holding> holdings,
            Map<Holding, Succession> successions,
            Map<PostId, Post> posts) {

        static Trust of(PredecessorRegistered event) {
            return new Trust(event.name(), event.sha(), Set.of(), Map.of(), Map.of())
                    .holding(event.holdings());
        }

        Trust holding(List<Holding> more) {
            Set<Holding> all = new LinkedHashSet<>(holdings);
            all.addAll(more);
            return new Trust(name, sha, Collections.unmodifiableSet(all), successions, posts);
        }

        Trust succeeded(Map<Holding, Succession> later) {
            Map<Holding, Succession> all = new HashMap<>(successions);
            all.putAll(later);
            return new Trust(name, sha, holdings, Map.copyOf(all), posts);
        }

        Trust transferred(PostId post, Post to) {
            Map<PostId, Post> all = new HashMap<>(posts);
            all.put(post, to);
            return new Trust(name, sha, holdings, successions, Map.copyOf(all));
        }

        /// Those of some holdings that it is not known to have.
        List<Holding> unknown(List<Holding> some) {
            return some.stream().filter(holding -> !holdings.contains(holding)).toList();
        }

        /// Its holdings that nobody has taken over by a day.
        List<Holding> withoutReceiverBy(LocalDate day) {
            return holdings.stream()
                    .filter(holding -> {
                        Succession succession = successions.get(holding);
                        return succession == null || succession.on().isAfter(day);
                    })
                    .toList();
        }
    }

    /// Who takes a holding over, by which shares.
    record Succession(LocalDate on, Map<BodyRef, Share> shares) {

        /// What becomes of each holding that a scheme names.
        static Map<Holding, Succession> of(LocalDate on, List<TransferLine> lines) {
            Map<Holding, Succession> all = new LinkedHashMap<>();
            lines.stream()
                    .collect(
                            Collectors.groupingBy(
                                    TransferLine::holding,
                                    LinkedHashMap::new,
                                    Collectors.toMap(
                                            TransferLine::receiver,
                                            TransferLine::share,
                                            (_, later) -> later)))
                    .forEach((holding, shares) -> all.put(holding, new Succession(on, shares)));
            return all;
        }
    }

    /// Where a post went.
    record Post(BodyRef receiver, LocalDate on) {}

    /// The trust, if it was ever registered.
    default Optional<Trust> known() {
        return switch (this) {
            case Unregistered _ -> Optional.empty();
            case Registered(var trust) -> Optional.of(trust);
            case Abolished(var trust, _) -> Optional.of(trust);
        };
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Predecessor evolve(PredecessorEvent event) {
        return switch (event) {
            case PredecessorRegistered e ->
                    known().isEmpty()
                            ? new Registered(Trust.of(e))
                            : with(trust -> trust.holding(e.holdings()));
            case TransferSchemeMade e ->
                    with(trust -> trust.succeeded(Succession.of(e.transfersOn(), e.lines())));
            case StaffTransferred e ->
                    with(trust ->
                            trust.transferred(e.post(), new Post(e.receiver(), e.transfersOn())));
            case PredecessorAbolished e ->
                    known().<Predecessor>map(trust -> new Abolished(trust, e.effectiveOn()))
                            .orElse(this);
        };
    }

    private Predecessor with(Function<Trust, Trust> next) {
        return switch (this) {
            case Unregistered _ -> this;
            case Registered(var trust) -> new Registered(next.apply(trust));
            case Abolished(var trust, var since) -> new Abolished(next.apply(trust), since);
        };
    }
}
