package org.ccgledger.standalone.england;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.ccgledger.events.Source.Standing;
import org.ccgledger.standalone.england.PlannedWave.Figures;
import org.junit.jupiter.api.Test;

class WaveAllotmentTest {

    private final EnglandPlan plan = EnglandPlan.of(ReferenceTable.load());

    private PlannedGroup group(String code) {
        return plan.group(code).orElseThrow();
    }

    private static int waveOn(LocalDate date, PlannedGroup group) {
        return group.moves().stream()
                .filter(move -> !move.on().isAfter(date))
                .map(WaveMove::to)
                .reduce(group.plannedWave().value(), (earlier, later) -> later);
    }

    /// Groups a wave on a date, without the proposal that was combined.
    private List<Long> wavesOn(LocalDate date) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(wave ->
                        plan.groups().stream().filter(group -> waveOn(date, group) == wave).count())
                .toList();
    }

    @Test
    void planned_waves_are_35_70_67_and_40_with_the_combined_proposal() {
        assertThat(wavesOn(LocalDate.of(2012, 5, 23))).containsExactly(35L, 70L, 66L, 40L);
        assertThat(plan.combinedProposal().plannedWave()).isEqualTo(3);
        assertThat(plan.waves().stream().map(wave -> wave.planned().value()))
                .containsExactly(35, 70, 67, 40);
    }

    @Test
    void before_september_waves_are_35_70_66_and_41_with_the_combined_proposal() {
        assertThat(wavesOn(LocalDate.of(2012, 8, 31))).containsExactly(35L, 70L, 65L, 41L);
        assertThat(plan.combinedProposal().on()).isAfter(LocalDate.of(2012, 8, 31));
    }

    @Test
    void after_the_september_deferrals_waves_are_35_67_65_and_45_with_the_combined_proposal() {
        assertThat(wavesOn(LocalDate.of(2012, 9, 20))).containsExactly(35L, 67L, 64L, 45L);
        assertThat(plan.combinedProposal().on()).isAfter(LocalDate.of(2012, 9, 20));
    }

    /// A source counts 46 applications in wave 4, which authorised 48: two groups must have come
    /// from wave 3. As nobody may apply after the deadline, they apply again before it and are
    /// counted.
    @Test
    void applications_received_by_the_deadlines_are_35_67_64_and_48_with_liverpool_twice() {
        var received =
                plan.waves().stream()
                        .map(wave ->
                                plan.groups().stream()
                                        .filter(group -> appliedIn(wave, group))
                                        .count())
                        .toList();
        assertThat(received).containsExactly(35L, 67L, 64L, 48L);
        assertThat(
                        plan.waves().stream()
                                .filter(wave -> appliedIn(wave, group("99A")))
                                .map(PlannedWave::number))
                .containsExactly(1, 4);
        assertThat(plan.groups())
                .allSatisfy(
                        group -> assertThat(plan.waves()).anyMatch(wave -> appliedIn(wave, group)));
    }

    private static boolean appliedIn(PlannedWave wave, PlannedGroup group) {
        return waveOn(wave.submissionDeadline().value(), group) == wave.number();
    }

    @Test
    void decided_waves_are_34_67_62_and_48() {
        assertThat(wavesOn(LocalDate.of(2013, 3, 14))).containsExactly(34L, 67L, 62L, 48L);
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(w -> plan.authorisedIn(w).size()))
                .containsExactly(34, 67, 62, 48);
        assertThat(plan.groups())
                .allMatch(group ->
                        waveOn(LocalDate.of(2013, 3, 14), group) == group.decidedWave().value());
    }

    @Test
    void a_group_moves_before_the_wave_it_leaves_decides_and_only_to_a_later_one() {
        assertThat(plan.groups().stream().flatMap(group -> group.moves().stream()))
                .hasSize(9)
                .allMatch(move -> move.to() > move.from())
                .allMatch(move -> move.on().isBefore(plan.wave(move.from()).decidedOn().value()))
                .allMatch(move ->
                        move.submitted()
                                == move.on()
                                        .isAfter(
                                                plan.wave(move.from())
                                                        .submissionDeadline()
                                                        .value()));
    }

    @Test
    void the_six_deferrals_that_sources_name_are_stated() {
        assertThat(
                        plan.groups().stream()
                                .flatMap(group ->
                                        group.moves().stream()
                                                .filter(move ->
                                                        move.provenance().standing()
                                                                == Standing.STATED)
                                                .map(move ->
                                                        group.ccg().name()
                                                                + " "
                                                                + move.from()
                                                                + move.to())))
                .containsExactlyInAnyOrder(
                        "NHS Bolton 24",
                        "NHS Hillingdon 24",
                        "NHS Stafford and Surrounds 23",
                        "NHS Mid Essex 34",
                        "NHS West Norfolk 34",
                        "NHS Liverpool 14");
    }

    @Test
    void wave_1_holds_the_eight_without_conditions_and_the_known_applicants() {
        assertThat(plan.authorisedIn(1).stream().map(PlannedGroup::code))
                .contains("02Q", "06M", "08J", "04C", "00Y", "11X", "02E", "02F")
                .contains("01H", "08H", "05L", "11N", "11D")
                .doesNotContain("99A");
        assertThat(group("01H").plannedWave().provenance().standing()).isEqualTo(Standing.STATED);
        assertThat(group("01H").decidedWave().provenance().standing()).isEqualTo(Standing.DERIVED);
    }

    @Test
    void a_wave_that_no_source_names_is_marked_as_assumed() {
        assertThat(
                        plan.groups().stream()
                                .filter(group ->
                                        group.decidedWave().provenance().standing()
                                                == Standing.ASSUMED))
                .hasSize(211 - 8 - 5 - 15 - 6 - 2)
                .allMatch(group ->
                        group.decidedWave()
                                .provenance()
                                .citation()
                                .startsWith("Allotted by rule: "));
    }

    @Test
    void every_wave_is_spread_over_all_regions() {
        for (int wave = 1; wave <= 4; wave++) {
            assertThat(
                            plan.authorisedIn(wave).stream()
                                    .map(group -> group.ccg().areaTeam().region())
                                    .distinct())
                    .hasSize(4);
        }
    }

    @Test
    void waves_carry_their_deadlines_and_days_of_decision() {
        assertThat(plan.waves().stream().map(wave -> wave.submissionDeadline().value()))
                .containsExactly(
                        LocalDate.of(2012, 7, 2),
                        LocalDate.of(2012, 9, 3),
                        LocalDate.of(2012, 10, 1),
                        LocalDate.of(2012, 11, 1));
        assertThat(plan.waves().stream().map(wave -> wave.plannedDecisionMonth().value()))
                .containsExactly(
                        YearMonth.of(2012, 10),
                        YearMonth.of(2012, 12),
                        YearMonth.of(2013, 1),
                        YearMonth.of(2013, 2));
        assertThat(plan.waves().stream().map(wave -> wave.decidedOn().value()))
                .containsExactly(
                        LocalDate.of(2012, 12, 10),
                        LocalDate.of(2013, 1, 22),
                        LocalDate.of(2013, 2, 21),
                        LocalDate.of(2013, 3, 14));
        assertThat(plan.waves().stream().map(wave -> wave.decidedOn().provenance().standing()))
                .containsExactly(
                        Standing.STATED, Standing.STATED, Standing.ASSUMED, Standing.STATED);
    }

    @Test
    void the_figures_of_each_wave_add_up_to_what_it_authorised() {
        assertThat(plan.waves().stream().map(wave -> wave.figures().value()))
                .containsExactly(
                        new Figures(8, 26, 0),
                        new Figures(19, 45, 3),
                        new Figures(6, 51, 5),
                        new Figures(10, 31, 7));
        assertThat(plan.waves())
                .allMatch(wave -> wave.figures().value().total() == wave.authorised().value());
    }

    @Test
    void there_are_422_synthetic_practices_two_a_group() {
        var practices =
                plan.groups().stream().flatMap(group -> group.practices().stream()).toList();
        assertThat(practices).hasSize(422);
        assertThat(practices.stream().map(SyntheticPractice::code))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith("Z00001", "Z00002")
                .endsWith("Z00422");
        assertThat(practices).allMatch(p -> p.provenance().standing() == Standing.SYNTHETIC);
        assertThat(plan.groups()).allMatch(group -> group.practices().size() == 2);
    }
}
