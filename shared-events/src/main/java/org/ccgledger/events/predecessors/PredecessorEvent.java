package org.ccgledger.events.predecessors;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.PostId;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.Tag;

/// How a primary care trust gave way to those who came after it, Health and Social Care Act 2012
/// s.34 and s.300.
public sealed interface PredecessorEvent extends CcgEvent {

    PctCode pct();

    /// `holdings` are those that were not registered before.
    @EventName(value = "ccg.predecessors.PredecessorRegistered", fact = true)
    record PredecessorRegistered(
            PctCode pct, String name, ShaCode sha, List<Holding> holdings, LocalDate effectiveOn)
            implements PredecessorEvent {}

    /// Health and Social Care Act 2012 s.300 and Sch 22 and 23. The lines take the place of those
    /// that were made before of the same holdings.
    ///
    /// @param transfersOn the day on which the receivers take over
    @EventName("ccg.predecessors.TransferSchemeMade")
    record TransferSchemeMade(
            PctCode pct, LocalDate transfersOn, List<TransferLine> lines, LocalDate effectiveOn)
            implements PredecessorEvent {}

    /// A post, and whoever holds it, passes to another employer.
    ///
    /// @param post whoever holds it
    /// @param transfersOn the day on which the receiver becomes the employer
    @EventName("ccg.predecessors.StaffTransferred")
    record StaffTransferred(
            PctCode pct,
            PostId post,
            BodyRef receiver,
            LocalDate transfersOn,
            LocalDate effectiveOn)
            implements PredecessorEvent {}

    /// Health and Social Care Act 2012 s.34: the trust is no more from that day on.
    @EventName("ccg.predecessors.PredecessorAbolished")
    record PredecessorAbolished(PctCode pct, LocalDate effectiveOn) implements PredecessorEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case PredecessorRegistered e -> Set.of(Tag.predecessor(e.pct()));
            case TransferSchemeMade e ->
                    withReceivers(e.pct(), e.lines().stream().map(TransferLine::receiver));
            case StaffTransferred e -> withReceivers(e.pct(), Stream.of(e.receiver()));
            case PredecessorAbolished e -> Set.of(Tag.predecessor(e.pct()));
        };
    }

    private static Set<Tag> withReceivers(PctCode pct, Stream<BodyRef> receivers) {
        return Stream.concat(
                        Stream.of(Tag.predecessor(pct)),
                        receivers.flatMap(receiver ->
                                Stream.concat(
                                        Stream.of(Tag.body(receiver)),
                                        receiver.asCcg().map(Tag::ccg).stream())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
