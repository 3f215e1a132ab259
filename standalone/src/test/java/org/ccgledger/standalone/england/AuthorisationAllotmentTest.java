package org.ccgledger.standalone.england;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.Source.Standing;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.standalone.england.PlannedDirection.Kind;
import org.ccgledger.standalone.england.PlannedWave.Figures;
import org.ccgledger.standalone.england.SyntheticCriteria.Criterion;
import org.junit.jupiter.api.Test;

class AuthorisationAllotmentTest {

    private final EnglandPlan plan = EnglandPlan.of(ReferenceTable.load());

    private PlannedGroup group(String code) {
        return plan.group(code).orElseThrow();
    }

    private Stream<PlannedGroup> with(PlannedOutcome outcome) {
        return plan.groups().stream().filter(group -> group.outcome().value() == outcome);
    }

    private Figures counted(int wave) {
        var counts =
                plan.authorisedIn(wave).stream()
                        .collect(groupingBy(group -> group.outcome().value(), counting()));
        return new Figures(
                counts.getOrDefault(PlannedOutcome.AUTHORISED, 0L).intValue(),
                counts.getOrDefault(PlannedOutcome.AUTHORISED_WITH_CONDITIONS, 0L).intValue(),
                counts.getOrDefault(PlannedOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS, 0L)
                        .intValue());
    }

    @Test
    void outcomes_a_wave_are_those_announced() {
        assertThat(Stream.of(1, 2, 3, 4).map(this::counted))
                .containsExactly(
                        new Figures(8, 26, 0),
                        new Figures(19, 45, 3),
                        new Figures(6, 51, 5),
                        new Figures(10, 31, 7));
    }

    @Test
    void in_all_43_have_no_conditions_and_168_have_15_of_them_directed() {
        assertThat(plan.groups().stream().filter(group -> group.conditions().isEmpty()))
                .hasSize(43);
        assertThat(plan.groups().stream().filter(group -> !group.conditions().isEmpty()))
                .hasSize(168);
        assertThat(plan.groups().stream().filter(group -> group.direction().isPresent()))
                .hasSize(15);
    }

    @Test
    void the_outcome_says_whether_there_are_conditions_and_a_direction() {
        assertThat(plan.groups())
                .allMatch(group ->
                        group.outcome().value().hasConditions() == !group.conditions().isEmpty())
                .allMatch(group ->
                        group.outcome().value().hasDirections() == group.direction().isPresent())
                .allMatch(group -> group.conditionCount().value() == group.conditions().size());
    }

    @Test
    void the_eight_of_wave_1_without_conditions_are_those_named() {
        assertThat(
                        plan.authorisedIn(1).stream()
                                .filter(group -> group.conditions().isEmpty())
                                .map(PlannedGroup::code))
                .containsExactlyInAnyOrder("02Q", "06M", "08J", "04C", "00Y", "11X", "02E", "02F");
    }

    @Test
    void the_fifteen_directed_are_those_named_a_wave() {
        var directed = new TreeMap<Integer, Set<String>>();
        with(PlannedOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS)
                .collect(
                        groupingBy(
                                group -> group.decidedWave().value(),
                                Collectors.mapping(PlannedGroup::code, Collectors.toSet())))
                .forEach(directed::put);
        assertThat(directed)
                .containsOnlyKeys(2, 3, 4)
                .containsEntry(2, Set.of("04G", "06N", "09W"))
                .containsEntry(3, Set.of("09F", "08M", "05F", "03M", "03Q"))
                .containsEntry(4, Set.of("99E", "07V", "09L", "07X", "99K", "07G", "08W"));
        assertThat(with(PlannedOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS))
                .allMatch(group -> group.outcome().provenance().standing() == Standing.STATED);
    }

    @Test
    void counts_of_conditions_that_sources_give_are_kept() {
        assertThat(group("09J").conditionCount()).isEqualTo(Known.stated(22, Sources.BMJ_WAVE_2));
        assertThat(group("02N").conditionCount()).isEqualTo(Known.stated(1, Sources.HSJ_AIREDALE));
        assertThat(group("03G").conditionCount())
                .isEqualTo(Known.stated(2, Sources.HSJ_JULY_REVIEW));
        assertThat(group("09J").decidedWave().value()).isEqualTo(2);
        assertThat(group("02N").decidedWave().value()).isEqualTo(2);
    }

    @Test
    void wave_1_has_between_1_and_14_conditions_a_group() {
        assertThat(counts(1)).contains(1, 14).allMatch(count -> count >= 1 && count <= 14);
    }

    @Test
    void wave_2_has_between_1_and_22_conditions_a_group_and_most_at_most_10() {
        assertThat(counts(2)).contains(1, 22).allMatch(count -> count >= 1 && count <= 22);
        assertThat(counts(2).stream().filter(count -> count <= 10)).hasSizeGreaterThan(24);
        assertThat(counts(2)).hasSize(48);
    }

    private List<Integer> counts(int wave) {
        return plan.authorisedIn(wave).stream()
                .map(group -> group.conditions().size())
                .filter(count -> count > 0)
                .toList();
    }

    @Test
    void decisions_are_signed_off_for_9_groups_of_wave_1_and_17_of_wave_2() {
        assertThat(Stream.of(1, 2, 3, 4).map(this::signedOff)).containsExactly(9L, 17L, 17L, 10L);
    }

    private long signedOff(int wave) {
        return plan.authorisedIn(wave).stream()
                .filter(group ->
                        group.conditions().stream().anyMatch(c -> c.level() == SupportLevel.III))
                .count();
    }

    @Test
    void wave_1_knows_only_levels_1_to_3() {
        assertThat(
                        plan.authorisedIn(1).stream()
                                .flatMap(group -> group.conditions().stream())
                                .map(PlannedCondition::level)
                                .distinct())
                .containsExactlyInAnyOrder(SupportLevel.I, SupportLevel.II, SupportLevel.III);
    }

    @Test
    void a_level_that_needs_a_direction_comes_with_one_and_a_direction_with_such_a_level() {
        assertThat(plan.groups())
                .allMatch(group ->
                        group.direction().isPresent()
                                == group.conditions().stream()
                                        .anyMatch(c -> c.level().needsDirection()));
        assertThat(Stream.of(SupportLevel.values()).filter(SupportLevel::needsDirection))
                .containsExactly(
                        SupportLevel.IV, SupportLevel.V, SupportLevel.VI, SupportLevel.VII);
    }

    @Test
    void conditions_of_a_group_name_distinct_criteria_of_the_catalogue() {
        var known = SyntheticCriteria.all().stream().map(Criterion::id).collect(Collectors.toSet());
        assertThat(plan.groups())
                .allSatisfy(group ->
                        assertThat(group.conditions().stream().map(PlannedCondition::criterion))
                                .doesNotHaveDuplicates()
                                .isSubsetOf(known));
    }

    @Test
    void domain_3_fails_most_then_1_and_4() {
        var failed =
                plan.groups().stream()
                        .flatMap(group -> group.conditions().stream())
                        .collect(groupingBy(c -> c.criterion().charAt(4), counting()));
        assertThat(failed).containsOnlyKeys('1', '2', '3', '4', '5', '6');
        long first = failed.getOrDefault('1', 0L);
        long fourth = failed.getOrDefault('4', 0L);
        assertThat(failed.getOrDefault('3', 0L)).isGreaterThan(first);
        assertThat(first).isGreaterThanOrEqualTo(fourth);
        assertThat(
                        List.of(
                                failed.getOrDefault('2', 0L),
                                failed.getOrDefault('5', 0L),
                                failed.getOrDefault('6', 0L)))
                .allMatch(count -> count < fourth);
    }

    @Test
    void directions_name_functions_and_only_taken_ones_are_assigned() {
        assertThat(plan.groups().stream().flatMap(group -> group.direction().stream()))
                .allMatch(direction -> !direction.functions().isEmpty())
                .allMatch(direction -> plan.directedFunctions().containsAll(direction.functions()))
                .allMatch(direction ->
                        direction.assignedTo().isEmpty()
                                || direction.kind() == Kind.NOT_TO_EXERCISE)
                .allMatch(direction -> direction.provenance().standing() == Standing.ASSUMED);
        assertThat(
                        plan.groups().stream()
                                .flatMap(group -> group.direction().stream())
                                .flatMap(direction -> direction.functions().stream())
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(plan.directedFunctions());
    }

    @Test
    void taken_functions_of_thurrock_and_waltham_forest_go_to_undirected_neighbours() {
        assertThat(group("07G").direction().flatMap(PlannedDirection::assignedTo)).hasValue("99F");
        assertThat(group("08W").direction().flatMap(PlannedDirection::assignedTo)).hasValue("08N");
        assertThat(plan.groups())
                .allSatisfy(group ->
                        group.direction()
                                .flatMap(PlannedDirection::assignedTo)
                                .ifPresent(to ->
                                        assertThat(group(to))
                                                .satisfies(other -> {
                                                    assertThat(other.direction())
                                                            .isEqualTo(Optional.empty());
                                                    assertThat(other.ccg().areaTeam())
                                                            .isEqualTo(group.ccg().areaTeam());
                                                })));
    }

    @Test
    void an_accountable_officer_is_replaced_only_in_thurrock_and_waltham_forest() {
        assertThat(
                        plan.groups().stream()
                                .filter(group ->
                                        group.conditions().stream()
                                                .anyMatch(c -> c.level() == SupportLevel.V))
                                .map(PlannedGroup::code))
                .containsExactlyInAnyOrder("07G", "08W");
    }

    @Test
    void everything_allotted_cites_its_source_or_its_rule() {
        var provenances =
                plan.groups().stream()
                        .flatMap(group ->
                                Stream.of(
                                        Stream.of(
                                                group.plannedWave().provenance(),
                                                group.decidedWave().provenance(),
                                                group.outcome().provenance(),
                                                group.conditionCount().provenance()),
                                        group.moves().stream().map(WaveMove::provenance),
                                        group.conditions().stream()
                                                .map(PlannedCondition::provenance),
                                        group.direction().stream()
                                                .map(PlannedDirection::provenance)))
                        .flatMap(stream -> stream)
                        .toList();
        assertThat(provenances).hasSizeGreaterThan(4 * 211).allMatch(p -> !p.citation().isBlank());
        assertThat(provenances)
                .allMatch(p ->
                        (p.standing() == Standing.ASSUMED)
                                == p.citation().startsWith("Allotted by rule: "));
    }

    @Test
    void the_same_table_makes_the_same_plan() {
        var again = EnglandPlan.of(ReferenceTable.load());
        assertThat(again.groups()).isEqualTo(plan.groups());
        assertThat(again.reviews()).isEqualTo(plan.reviews());
        assertThat(again.combinedProposal()).isEqualTo(plan.combinedProposal());
    }
}
