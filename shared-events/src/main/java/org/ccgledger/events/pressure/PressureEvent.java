package org.ccgledger.events.pressure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.PressureId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// Pressure that a group reports: arrangements between bodies are voluntary, and a group that feels
/// pressed has every right to resist.
public sealed interface PressureEvent extends CcgEvent {

    /// `narrative` is the group's official account of what a body did; it names offices, no
    /// persons. `jointCommittee` is the one at issue, if one is.
    @EventName(value = "ccg.pressure.PressureReported", fact = true)
    record PressureReported(
            PressureId pressure,
            CcgCode ccg,
            BodyRef from,
            @Nullable JointCommitteeId jointCommittee,
            String subject,
            String narrative,
            LocalDate effectiveOn)
            implements PressureEvent {}

    @EventName("ccg.pressure.PressureResolved")
    record PressureResolved(
            PressureId pressure, CcgCode ccg, PressureDecision decision, LocalDate effectiveOn)
            implements PressureEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case PressureReported e -> {
                Set<Tag> tags = new HashSet<>(Set.of(Tag.ccg(e.ccg()), Tag.body(e.from())));
                if (e.jointCommittee() != null) {
                    tags.add(Tag.jointCommittee(e.jointCommittee()));
                }
                yield Set.copyOf(tags);
            }
            case PressureResolved e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
