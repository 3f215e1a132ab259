package org.ccgledger.standalone.england;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.standalone.england.CoCommissioningAllotment.Outcome;
import org.junit.jupiter.api.Test;

class CoCommissioningAllotmentTest {

    private static final ReferenceTable TABLE = ReferenceTable.load();
    private final CoCommissioningAllotment allotment = new CoCommissioningAllotment(TABLE.ccgs());

    private long naming(CoCommissioningLevel level) {
        return allotment.interest().values().stream()
                .filter(levels -> levels.contains(level))
                .count();
    }

    @Test
    void interest_adds_up_to_what_was_stated() {
        assertThat(allotment.interest()).hasSize(196);
        assertThat(naming(CoCommissioningLevel.DELEGATED)).isEqualTo(74);
        assertThat(naming(CoCommissioningLevel.JOINT)).isEqualTo(110);
        assertThat(naming(CoCommissioningLevel.GREATER_INVOLVEMENT)).isEqualTo(19);
        assertThat(allotment.interest().values().stream().mapToInt(List::size).sum())
                .isEqualTo(203);
    }

    @Test
    void readiness_is_of_the_74_that_named_delegation() {
        assertThat(
                        allotment.readiness().values().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                readiness -> readiness, Collectors.counting())))
                .isEqualTo(
                        Map.of(
                                Readiness.READY_NOW,
                                20L,
                                Readiness.READY_SOON,
                                45L,
                                Readiness.NOT_ASSESSED,
                                9L));
    }

    @Test
    void of_77_applications_for_delegation_64_are_approved_region_by_region_and_63_go_live() {
        assertThat(allotment.delegations()).hasSize(77);
        assertThat(
                        allotment.delegations().entrySet().stream()
                                .filter(entry -> entry.getValue() == Outcome.APPROVED)
                                .collect(
                                        Collectors.groupingBy(
                                                entry ->
                                                        TABLE.ccg(entry.getKey())
                                                                .orElseThrow()
                                                                .areaTeam()
                                                                .region(),
                                                Collectors.counting())))
                .isEqualTo(
                        Map.of(
                                "North of England",
                                24L,
                                "Midlands and East of England",
                                26L,
                                "London",
                                6L,
                                "South of England",
                                8L));
        assertThat(allotment.delegations().values())
                .filteredOn(outcome -> outcome == Outcome.APPROVED_ON_CONDITION)
                .hasSize(1);
        assertThat(allotment.live()).hasSize(63);
    }

    @Test
    void each_group_takes_part_at_one_level() {
        assertThat(allotment.joint())
                .hasSize(87)
                .containsAll(CoCommissioningAllotment.SOUTH_WEST_LONDON);
        assertThat(allotment.involved()).hasSize(26);
        assertThat(Collections.disjoint(allotment.joint(), Set.copyOf(allotment.involved())))
                .isTrue();
        assertThat(Collections.disjoint(allotment.joint(), allotment.delegations().keySet()))
                .isTrue();
        assertThat(Collections.disjoint(allotment.involved(), allotment.delegations().keySet()))
                .isTrue();
    }
}
