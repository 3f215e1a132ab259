package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.committees.CommitteeEvent;
import org.ccgledger.events.committees.CommitteeEvent.*;
import org.ccgledger.events.committees.CommitteeKind;

/// Which committees groups have of their own, who votes on them and how.
public final class Committees {

    private Committees() {}

    /// The committee as it stands on that day, unless it is disbanded by then.
    public static Optional<Committee> find(CommitteeId committee, LocalDate on, Reads reads) {
        return asAt(on, reads.tagged(Tag.committee(committee), CommitteeEvent.class)).stream()
                .findFirst();
    }

    /// The group's committees of a kind on that day.
    public static List<Committee> of(CcgCode ccg, CommitteeKind kind, LocalDate on, Reads reads) {
        return asAt(on, reads.tagged(Tag.ccg(ccg), CommitteeEvent.class)).stream()
                .filter(committee -> committee.kind() == kind)
                .toList();
    }

    private static List<Committee> asAt(LocalDate on, List<CommitteeEvent> events) {
        Map<CommitteeId, Optional<Committee>> committees = new LinkedHashMap<>();
        events.stream()
                .filter(event -> !event.effectiveOn().isAfter(on))
                .forEach(event ->
                        committees.merge(
                                event.committee(),
                                evolve(Optional.empty(), event),
                                (before, _) -> evolve(before, event)));
        return committees.values().stream()
                .flatMap(Optional::stream)
                .filter(committee -> committee.disbandedOn() == null)
                .toList();
    }

    /// What becomes of a committee with an event of its own; empty before it is established.
    public static Optional<Committee> evolve(Optional<Committee> before, CommitteeEvent event) {
        return switch (event) {
            case CommitteeEstablished e -> Optional.of(Committee.of(e));
            case TermsAmended e -> before.map(committee -> committee.amended(e));
            case CommitteeMemberAppointed e -> before.map(committee -> committee.joinedBy(e));
            case CommitteeAppointmentEnded e -> before.map(committee -> committee.leftBy(e));
            case CommitteeDisbanded e ->
                    before.map(committee -> committee.disbanded(e.effectiveOn()));
        };
    }
}
