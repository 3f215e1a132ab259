package org.ccgledger.standalone.england;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceTableTest {

    private final ReferenceTable table = ReferenceTable.load();

    @Test
    void there_are_211_groups_with_distinct_codes_in_code_order() {
        assertThat(table.ccgs()).hasSize(211);
        assertThat(table.ccgs().stream().map(ReferenceCcg::code))
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allMatch(code -> code.matches("[019][0-9][A-Z]"));
        assertThat(table.ccgs().stream().map(ReferenceCcg::name)).doesNotHaveDuplicates();
    }

    @Test
    void the_ons_codes_run_from_1_to_211() {
        assertThat(table.ccgs().stream().map(ReferenceCcg::ons).sorted().toList())
                .hasSize(211)
                .doesNotHaveDuplicates()
                .startsWith("E38000001")
                .endsWith("E38000211")
                .allMatch(ons -> ons.matches("E38\\d{6}"));
    }

    @Test
    void every_legal_name_is_one_that_the_regulations_allow() {
        assertThat(table.ccgs().stream().map(ReferenceCcg::legalName))
                .allMatch(name -> name.matches("NHS .+ Clinical Commissioning Group"));
    }

    @Test
    void a_group_with_commas_in_its_name_is_read_whole() {
        assertThat(table.ccg("02N"))
                .hasValue(
                        new ReferenceCcg(
                                "02N",
                                "E38000001",
                                "NHS Airedale, Wharfedale and Craven",
                                new AreaTeam(
                                        "Q52", "E39000009", "West Yorkshire", "North of England"),
                                156_676));
    }

    @Test
    void practices_had_over_56_million_patients() {
        assertThat(table.ccgs().stream().mapToInt(ReferenceCcg::patients).sum())
                .isEqualTo(56_324_887);
    }

    @Test
    void an_unknown_code_finds_no_group() {
        assertThat(table.ccg("13T")).isEmpty();
    }

    @Test
    void there_are_25_coded_area_teams_each_with_groups() {
        assertThat(table.areaTeams()).hasSize(25);
        assertThat(table.areaTeams().stream().map(AreaTeam::ons).sorted().toList())
                .doesNotHaveDuplicates()
                .startsWith("E39000001")
                .endsWith("E39000025");
        assertThat(table.ccgs().stream().map(ReferenceCcg::areaTeam).distinct())
                .containsExactlyInAnyOrderElementsOf(table.areaTeams());
    }

    @Test
    void groups_per_area_team_are_those_of_the_ons_lookup() {
        var perTeam =
                table.ccgs().stream().collect(groupingBy(ccg -> ccg.areaTeam().ods(), counting()));
        var codes =
                List.of(
                        "Q44 6", "Q45 5", "Q46 12", "Q47 8", "Q48 6", "Q49 8", "Q50 8", "Q51 5",
                        "Q52 10", "Q53 7", "Q54 7", "Q55 10", "Q56 8", "Q57 7", "Q58 7", "Q59 7",
                        "Q60 8", "Q71 32", "Q64 4", "Q65 4", "Q66 3", "Q67 8", "Q68 12", "Q69 10",
                        "Q70 9");
        assertThat(perTeam.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void groups_per_region_are_68_61_32_and_50() {
        assertThat(
                        table.ccgs().stream()
                                .collect(groupingBy(ccg -> ccg.areaTeam().region(), counting())))
                .isEqualTo(
                        Map.of(
                                "North of England", 68L,
                                "Midlands and East of England", 61L,
                                "London", 32L,
                                "South of England", 50L));
    }

    @Test
    void quoted_fields_keep_their_commas() {
        assertThat(CsvResource.fields("a,\"b, c\",d")).containsExactly("a", "b, c", "d");
    }
}
