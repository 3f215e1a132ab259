package org.ccgledger.command.instruments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.InstrumentEvent;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.ccgledger.events.instruments.Procedure;

/// Where an instrument stands.
sealed interface Instrument {

    record NotLaid() implements Instrument {}

    record Laid(Passage passage) implements Instrument {}

    record Made(Passage passage, InstrumentMade made) implements Instrument {}

    record Revoked(Passage passage, InstrumentMade made, InstrumentRevoked revoked)
            implements Instrument {}

    /// What became of an instrument in Parliament.
    record Passage(
            InstrumentLaid laid,
            List<ScrutinyReported> reports,
            Map<House, DivisionRecorded> divisions,
            Map<House, Resolution> resolutions) {

        /// The Houses for which the instrument cannot be made on a day: by then, under the
        /// affirmative procedures those that have not approved it, else those that have rejected
        /// it.
        Set<House> missing(LocalDate on) {
            boolean affirmative = laid.procedure() != Procedure.NEGATIVE;
            return Stream.of(House.values())
                    .filter(house -> has(house, affirmative, on) != affirmative)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private boolean has(House house, boolean approved, LocalDate on) {
            Resolution resolution = resolutions.get(house);
            return resolution != null
                    && resolution.approved() == approved
                    && !resolution.on().isAfter(on);
        }

        private Passage with(ScrutinyReported report) {
            List<ScrutinyReported> all = new ArrayList<>(reports);
            all.add(report);
            return new Passage(laid, List.copyOf(all), divisions, resolutions);
        }

        private Passage with(DivisionRecorded division) {
            return new Passage(
                    laid, reports, with(divisions, division.house(), division), resolutions);
        }

        private Passage with(House house, Resolution resolution) {
            return new Passage(laid, reports, divisions, with(resolutions, house, resolution));
        }

        private static <V> Map<House, V> with(Map<House, V> before, House house, V value) {
            Map<House, V> all = new EnumMap<>(House.class);
            all.putAll(before);
            all.put(house, value);
            return Map.copyOf(all);
        }
    }

    /// What a House resolved.
    record Resolution(boolean approved, boolean withoutDivision, LocalDate on) {}

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Instrument evolve(InstrumentEvent event) {
        return switch (event) {
            case InstrumentLaid e -> new Laid(new Passage(e, List.of(), Map.of(), Map.of()));
            case ScrutinyReported e -> passing(passage -> passage.with(e));
            case DivisionRecorded e -> passing(passage -> passage.with(e));
            case HouseApproved e ->
                    passing(passage ->
                            passage.with(
                                    e.house(),
                                    new Resolution(true, e.withoutDivision(), e.effectiveOn())));
            case HouseRejected e ->
                    passing(passage ->
                            passage.with(e.house(), new Resolution(false, false, e.effectiveOn())));
            case InstrumentMade e ->
                    this instanceof Laid(var passage) ? new Made(passage, e) : this;
            case InstrumentRevoked e ->
                    this instanceof Made(var passage, var made)
                            ? new Revoked(passage, made, e)
                            : this;
        };
    }

    private Instrument passing(UnaryOperator<Passage> change) {
        return switch (this) {
            case NotLaid notLaid -> notLaid;
            case Laid(var passage) -> new Laid(change.apply(passage));
            case Made(var passage, var made) -> new Made(change.apply(passage), made);
            case Revoked(var passage, var made, var revoked) ->
                    new Revoked(change.apply(passage), made, revoked);
        };
    }
}
