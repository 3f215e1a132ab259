package org.ccgledger.events.instruments;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.SiNumber;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What happens to an instrument in Parliament and after, as a recorder notes it.
///
/// All of them are facts: Parliament and ministers decided, and the day of each event is theirs.
public sealed interface InstrumentEvent extends CcgEvent {

    /// `powers` are what the instrument is to make lawful.
    @EventName(value = "ccg.instruments.InstrumentLaid", fact = true)
    record InstrumentLaid(
            InstrumentId instrument,
            String title,
            String parentAct,
            Procedure procedure,
            List<GivenPower> powers,
            LocalDate effectiveOn)
            implements InstrumentEvent {}

    /// `committee` is the committee's name.
    @EventName(value = "ccg.instruments.ScrutinyReported", fact = true)
    record ScrutinyReported(
            InstrumentId instrument,
            String committee,
            DocRef report,
            boolean recommendsApproval,
            LocalDate effectiveOn)
            implements InstrumentEvent {}

    /// `majority` is ayes less noes.
    @EventName(value = "ccg.instruments.DivisionRecorded", fact = true)
    record DivisionRecorded(
            InstrumentId instrument,
            House house,
            int ayes,
            int noes,
            int majority,
            LocalDate effectiveOn)
            implements InstrumentEvent {}

    @EventName(value = "ccg.instruments.HouseApproved", fact = true)
    record HouseApproved(
            InstrumentId instrument, House house, boolean withoutDivision, LocalDate effectiveOn)
            implements InstrumentEvent {}

    @EventName(value = "ccg.instruments.HouseRejected", fact = true)
    record HouseRejected(InstrumentId instrument, House house, LocalDate effectiveOn)
            implements InstrumentEvent {}

    /// Made on the event's day, in force from another or the same on.
    @EventName(value = "ccg.instruments.InstrumentMade", fact = true)
    record InstrumentMade(
            InstrumentId instrument,
            SiNumber siNumber,
            List<GivenPower> powers,
            LocalDate inForceOn,
            LocalDate effectiveOn)
            implements InstrumentEvent {}

    /// Takes back the powers that the instrument gave.
    ///
    /// @param revokedFrom the first day on which it is no longer in force
    /// @param by the instrument that revokes it
    @EventName(value = "ccg.instruments.InstrumentRevoked", fact = true)
    record InstrumentRevoked(
            InstrumentId instrument,
            @Nullable SiNumber by,
            List<GivenPower> powers,
            LocalDate revokedFrom,
            LocalDate effectiveOn)
            implements InstrumentEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case InstrumentLaid e -> Set.of(Tag.instrument(e.instrument()));
            case ScrutinyReported e -> Set.of(Tag.instrument(e.instrument()));
            case DivisionRecorded e -> Set.of(Tag.instrument(e.instrument()));
            case HouseApproved e -> Set.of(Tag.instrument(e.instrument()));
            case HouseRejected e -> Set.of(Tag.instrument(e.instrument()));
            case InstrumentMade e -> tags(e.instrument(), e.powers());
            case InstrumentRevoked e -> tags(e.instrument(), e.powers());
        };
    }

    private static Set<Tag> tags(InstrumentId instrument, List<GivenPower> powers) {
        return Stream.concat(
                        Stream.of(Tag.instrument(instrument)),
                        powers.stream().map(given -> Tag.power(given.power())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
