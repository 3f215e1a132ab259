package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Allots the 211 to the waves that planned, lost and authorised them.
///
/// *Decided wave*: as sources say, for those they name; the others are dealt ([Deal]) in code order
/// to the places that are left of 34, 67, 62 and 48.
///
/// *Planned wave*: the decided one, unless a move is known. Six moves are known by name. Three more
/// must have led from wave 3 to wave 4 for the figures to come out, and are allotted to the first
/// three that were dealt to wave 4: the first before September 2012 (67 and 40 became 66 and 41),
/// the second and third after they had applied, in time to apply again by its deadline.
final class WaveAllotment {

    private static final LocalDate BEFORE_SEPTEMBER = LocalDate.of(2012, Month.JULY, 2);
    private static final LocalDate AFTER_APPLYING = LocalDate.of(2012, Month.OCTOBER, 22);
    private static final int TO_WAVE_4 = 3;

    private final NamedGroups named;
    private final Map<String, Known<Integer>> decided = new LinkedHashMap<>();
    private final Map<String, WaveMove> moves = new HashMap<>();

    WaveAllotment(List<ReferenceCcg> ccgs, List<PlannedWave> waves, NamedGroups named) {
        this.named = named;
        var places = new LinkedHashMap<Integer, Integer>();
        waves.forEach(wave -> places.put(wave.number(), wave.authorised().value()));
        for (var ccg : ccgs) {
            named.decidedWave(ccg.code())
                    .ifPresent(wave -> places.merge(wave.value(), -1, Integer::sum));
            named.move(ccg.code()).ifPresent(move -> moves.put(ccg.code(), move));
        }
        var deal = new Deal<>(places);
        int movable = TO_WAVE_4;
        for (var ccg : ccgs) {
            var known = named.decidedWave(ccg.code());
            var wave = known.orElseGet(() -> dealt(deal.next()));
            decided.put(ccg.code(), wave);
            if (known.isEmpty() && wave.value() == 4 && movable > 0) {
                moves.put(ccg.code(), assumedMove(movable == TO_WAVE_4));
                movable--;
            }
        }
    }

    private static Known<Integer> dealt(int wave) {
        return Known.assumed(
                wave,
                "groups whose wave no source names are dealt in code order to the waves' open"
                        + " places");
    }

    private static WaveMove assumedMove(boolean first) {
        return first
                ? new WaveMove(
                        3,
                        4,
                        BEFORE_SEPTEMBER,
                        false,
                        Provenance.assumed("the first group dealt to wave 4 was moved there early"))
                : new WaveMove(
                        3,
                        4,
                        AFTER_APPLYING,
                        true,
                        Provenance.assumed(
                                "the second and third group dealt to wave 4 had applied in wave"
                                        + " 3; "
                                        + Sources.BOARD_WAVE_4_APPLICATIONS));
    }

    Known<Integer> decidedWave(String code) {
        return Objects.requireNonNull(decided.get(code));
    }

    List<WaveMove> moves(String code) {
        var move = moves.get(code);
        return move == null ? List.of() : List.of(move);
    }

    Known<Integer> plannedWave(String code) {
        return named.plannedWave(code).orElseGet(() -> plannedByRule(code));
    }

    private Known<Integer> plannedByRule(String code) {
        var move = moves.get(code);
        var decidedIn = decidedWave(code);
        if (move != null) {
            return new Known<>(move.from(), move.provenance());
        }
        return decidedIn.provenance().standing() == org.ccgledger.events.Source.Standing.STATED
                ? Known.derived(
                        decidedIn.value(),
                        "no move to another wave is known; " + decidedIn.provenance().citation())
                : Known.assumed(
                        decidedIn.value(),
                        "planned for the wave that decided, where no move is known");
    }

    /// The proposal that makes the 211 into the 212 that were planned.
    CombinedProposal combinedProposal() {
        var into =
                decided.entrySet().stream()
                        .filter(e -> e.getValue().value() == 3)
                        .filter(e -> named.outcome(e.getKey()).isEmpty())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        return new CombinedProposal(
                "SYN212",
                "NHS Synthetic Proposal",
                3,
                into,
                LocalDate.of(2012, Month.SEPTEMBER, 24),
                Provenance.synthetic(
                        "212 were planned and 211 applied; which two were combined was not found"));
    }
}
