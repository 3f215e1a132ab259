package org.ccgledger.standalone.england;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ccgledger.events.conditions.SupportLevel;

/// Allots the groups of one wave their outcomes, conditions and directions, one after another in
/// code order.
///
/// *Outcome*: as sources say, for those they name; the others are dealt ([Deal]) to the places left
/// without conditions and with conditions only.
///
/// *How many conditions*: as sources say, for those they name. The others take the number whose
/// turn it is in `4 1 7 2 10 3 5 8 1 6 2 9 3`, directed ones four more than that; the last of wave
/// 1 takes 14, the most that is stated for that wave.
///
/// *Which criteria*: domains in the round `3 1 4 3 1 4 3 2 5 6` (most failed were domain 3, then 1
/// and 4); within a domain the criteria that follow the group's place in the reference table.
///
/// *Levels*: I and II in turn. Groups dealt a decision to be signed off carry level III on their
/// last condition: 9 in wave 1 and 17 in wave 2 as stated, 17 in wave 3 and 10 in wave 4 at about
/// the same rate. Directed groups carry the levels of their direction on their first conditions.
final class AuthorisationAllotment {

    private static final List<Integer> COUNTS = List.of(4, 1, 7, 2, 10, 3, 5, 8, 1, 6, 2, 9, 3);
    private static final int MORE_IF_DIRECTED = 4;
    private static final int MOST_IN_WAVE_1 = 14;
    private static final List<Integer> DOMAINS = List.of(3, 1, 4, 3, 1, 4, 3, 2, 5, 6);
    private static final List<Integer> SIGNED_OFF = List.of(9, 17, 17, 10);

    /// What one group is allotted.
    record Allotted(
            Known<PlannedOutcome> outcome,
            Known<Integer> conditionCount,
            List<PlannedCondition> conditions,
            Optional<PlannedDirection> direction) {}

    private final PlannedWave wave;
    private final NamedGroups named;
    private final Deal<PlannedOutcome> outcomes;
    private final Deal<Boolean> signOff;
    private int turn;

    AuthorisationAllotment(PlannedWave wave, NamedGroups named, List<ReferenceCcg> members) {
        this.wave = wave;
        this.named = named;
        var figures = wave.figures().value();
        var places = new LinkedHashMap<PlannedOutcome, Integer>();
        places.put(PlannedOutcome.AUTHORISED, figures.withoutConditions());
        places.put(PlannedOutcome.AUTHORISED_WITH_CONDITIONS, figures.conditionsOnly());
        places.put(
                PlannedOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                figures.conditionsAndDirections());
        for (var member : members) {
            named.outcome(member.code())
                    .ifPresent(outcome -> places.merge(outcome.value(), -1, Integer::sum));
        }
        this.outcomes = new Deal<>(places);
        int signedOff = SIGNED_OFF.get(wave.number() - 1);
        var heaps = new LinkedHashMap<Boolean, Integer>();
        heaps.put(true, signedOff);
        heaps.put(false, figures.conditionsOnly() - signedOff);
        this.signOff = new Deal<>(heaps);
    }

    /// @param place the group's place in the reference table, from 0
    Allotted next(ReferenceCcg ccg, int place) {
        var code = ccg.code();
        var outcome = named.outcome(code).orElseGet(() -> dealt(outcomes.next()));
        return switch (outcome.value()) {
            case AUTHORISED ->
                    new Allotted(
                            outcome,
                            new Known<>(0, outcome.provenance()),
                            List.of(),
                            Optional.empty());
            case AUTHORISED_WITH_CONDITIONS -> {
                var count = count(code, 0);
                var levels = ordinaryLevels(count.value(), signOff.next());
                yield new Allotted(outcome, count, conditions(place, levels), Optional.empty());
            }
            case AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS -> {
                var count = count(code, MORE_IF_DIRECTED);
                var direction = DirectionAllotment.atAuthorisation(code, wave.number());
                var levels = ordinaryLevels(count.value(), false);
                var severe = DirectionAllotment.levels(code, direction.kind());
                for (int i = 0; i < severe.size(); i++) {
                    levels.set(i, severe.get(i));
                }
                yield new Allotted(
                        outcome, count, conditions(place, levels), Optional.of(direction));
            }
        };
    }

    private Known<PlannedOutcome> dealt(PlannedOutcome outcome) {
        return Known.assumed(
                outcome,
                "groups of wave %d whose outcome no source names are dealt in code order to the wave's open places"
                        .formatted(wave.number()));
    }

    private Known<Integer> count(String code, int more) {
        int mine = turn++;
        var figures = wave.figures().value();
        boolean last = mine == figures.total() - figures.withoutConditions() - 1;
        return named.conditionCount(code)
                .orElseGet(() ->
                        wave.number() == 1 && last
                                ? Known.assumed(
                                        MOST_IN_WAVE_1,
                                        "the last group of wave 1 takes the most that is stated for it; "
                                                + Sources.HSJ_WAVE_1)
                                : Known.assumed(
                                        COUNTS.get(mine % COUNTS.size()) + more,
                                        "the next of a round of numbers from 1 to 10, four"
                                                + " more if directed"));
    }

    private static List<SupportLevel> ordinaryLevels(int count, boolean signedOff) {
        var levels = new ArrayList<SupportLevel>();
        for (int i = 0; i < count; i++) {
            levels.add(i % 2 == 0 ? SupportLevel.I : SupportLevel.II);
        }
        if (signedOff) {
            levels.set(count - 1, SupportLevel.III);
        }
        return levels;
    }

    private static List<PlannedCondition> conditions(int place, List<SupportLevel> levels) {
        var conditions = new ArrayList<PlannedCondition>();
        var seen = new LinkedHashMap<Integer, Integer>();
        for (int i = 0; i < levels.size(); i++) {
            int domain = DOMAINS.get(i % DOMAINS.size());
            int nth = seen.merge(domain, 1, Integer::sum);
            int size = SyntheticCriteria.domains().get(domain - 1).size();
            int number = (place + nth - 1) % size + 1;
            conditions.add(
                    new PlannedCondition(
                            SyntheticCriteria.id(domain, number),
                            levels.get(i),
                            Provenance.synthetic(
                                    "which criteria a group did not meet was not found; allotted"
                                            + " in a round of domains that favours 3, then 1 and"
                                            + " 4")));
        }
        return List.copyOf(conditions);
    }
}
