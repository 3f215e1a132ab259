package org.ccgledger.standalone.england;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// England 2011-16 as it will be played: what is known of the 211 groups' authorisation and
/// reviews, and what is allotted where sources are silent.
///
/// Allotted by stated rules and without chance, so that two plans of one table are equal. Each
/// thing carries its [Provenance]. The totals are those of the sources: 43 groups without
/// conditions and 168 with, 15 of them directed, in March 2013; 106, 105 and 14 on 5 April 2013;
/// 152, 59 and 8 on 26 July 2013; 180, 31 and 7 on 1 December 2013; 3 directed on 31 May 2014.
///
/// The rules: waves [WaveAllotment], outcomes and conditions [AuthorisationAllotment], directions
/// [DirectionAllotment], reviews [ReviewAllotment].
public final class EnglandPlan {

    private static final int FIRST_TOLD = 8;
    private static final int TOLD_EVERY = 17;

    private final List<PlannedWave> waves;
    private final List<PlannedGroup> groups;
    private final Map<String, PlannedGroup> byCode;
    private final CombinedProposal combinedProposal;
    private final List<PlannedReview> reviews;

    private EnglandPlan(
            List<PlannedWave> waves, List<PlannedGroup> groups, CombinedProposal combinedProposal) {
        this.waves = waves;
        this.groups = groups;
        this.byCode = groups.stream().collect(toMap(PlannedGroup::code, Function.identity()));
        this.combinedProposal = combinedProposal;
        this.reviews = new ReviewAllotment(groups).allot();
    }

    /// Allots the groups of the table.
    public static EnglandPlan of(ReferenceTable table) {
        var named = new NamedGroups();
        var waves = PlannedWave.all();
        var allotment = new WaveAllotment(table.ccgs(), waves, named);
        var byWave = new HashMap<Integer, AuthorisationAllotment>();
        for (var wave : waves) {
            var members =
                    table.ccgs().stream()
                            .filter(ccg ->
                                    allotment.decidedWave(ccg.code()).value() == wave.number())
                            .toList();
            byWave.put(wave.number(), new AuthorisationAllotment(wave, named, members));
        }
        var groups = new ArrayList<PlannedGroup>();
        for (var ccg : table.ccgs()) {
            int place = groups.size();
            var decidedWave = allotment.decidedWave(ccg.code());
            var allotted = Objects.requireNonNull(byWave.get(decidedWave.value())).next(ccg, place);
            groups.add(
                    new PlannedGroup(
                            ccg,
                            allotment.plannedWave(ccg.code()),
                            allotment.moves(ccg.code()),
                            decidedWave,
                            allotted.outcome(),
                            allotted.conditionCount(),
                            allotted.conditions(),
                            allotted.direction(),
                            SyntheticPractice.ofGroupAt(place)));
        }
        return new EnglandPlan(waves, List.copyOf(groups), allotment.combinedProposal());
    }

    /// The four waves in order.
    public List<PlannedWave> waves() {
        return waves;
    }

    /// The wave with this number, from 1 to 4.
    public PlannedWave wave(int number) {
        return waves.get(number - 1);
    }

    /// The 211 in code order.
    public List<PlannedGroup> groups() {
        return groups;
    }

    /// The group with this ODS code.
    public Optional<PlannedGroup> group(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The groups whose resources are told month by month: every seventeenth, twelve in all.
    public List<PlannedGroup> told() {
        return IntStream.iterate(
                        FIRST_TOLD, place -> place < groups.size(), place -> place + TOLD_EVERY)
                .mapToObj(groups::get)
                .toList();
    }

    /// The groups that a wave authorised, in code order.
    public List<PlannedGroup> authorisedIn(int wave) {
        return groups.stream().filter(group -> group.decidedWave().value() == wave).toList();
    }

    /// The 212th of the proposed groups.
    public CombinedProposal combinedProposal() {
        return combinedProposal;
    }

    /// The six reviews in order of their dates; each holds what becomes of every open condition.
    public List<PlannedReview> reviews() {
        return reviews;
    }

    /// The tokens of the functions that directions concern.
    public List<String> directedFunctions() {
        return DirectionAllotment.functions();
    }
}
